/** The page "sources and method". */
export const method = {
  title: "Sources et méthode",
  back: "Retour aux questions",
  lead: "Tout ce que la page utilise pour répondre : chaque règle, chaque valeur datée, d’où elle vient, si la source est sûre, et quand elle a été vérifiée pour la dernière fois.",
  how: "Comment la page répond",
  points: [
    "Le calcul se fait dans votre navigateur. Aucune réponse n’est envoyée. Le même programme répond en ligne de commande.",
    "Ce que vous ne savez pas reste inconnu. « Oui » ou « non » n’est dit que si toutes les réponses possibles y mènent.",
    "Un montant peut être donné entre deux bornes : le calcul suit les deux.",
    "Le RSA est calculé selon la loi du mois choisi, à partir des trois mois de référence. Avant 2016, le RSA socle et le RSA activité sont séparés.",
    "Les textes publiés après coup comptent à partir de la date où ils s’appliquent.",
    "Les règles plus larges sont des propositions ou des règles d’autres pays. Elles ne donnent aucun droit.",
    "Les moyennes de dépenses sont des moyennes publiées, jamais une norme.",
    "Ce qui est laissé de côté est écrit dans la notice de chaque aide, avec le programme.",
  ],
  marks: "Ce que veulent dire les marques",
  meaning: {
    law: "texte de loi, décret ou arrêté, lu lui-même ou cité par OpenFisca-France",
    official: "lu sur un site public : ministère, Insee, CAF, Arcep…",
    press: "lu dans un journal",
    secondary: "repris d’une autre source : association, simulateur",
    derived: "calculé par nous à partir d’autres valeurs",
    unverified: "non vérifié : à prendre avec prudence",
  } as Record<string, string>,
  find: "Chercher",
  findHint: "Un mot, un article, un numéro de décret.",
  confidence: "Sûreté de la source",
  all: "Toutes",
  regimes: (shown: number, all: number) => `Règles et offres (${shown} sur ${all})`,
  values: (shown: number, all: number) => `Valeurs datées (${shown} sur ${all})`,
  ended: "n’existe plus",
  from: "À partir du",
  between: (from: string, until: string) => (until ? `du ${from} au ${until}` : `depuis le ${from}`),
  announced: (day: string) => `annoncée le ${day}`,
  takeUp: (low: string, central: string, high: string) =>
    `Part de ceux qui la demanderaient : ${central} (entre ${low} et ${high})`,
  failed: "Le moteur de calcul ne s’est pas chargé. Rechargez la page.",
  loading: "Chargement…",
};

export type Method = typeof method;
