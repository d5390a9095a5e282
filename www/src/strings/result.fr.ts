/** A text that is quoted: the quotation marks inside it are others. */
const inner = (text: string) => text.replace(/«\s?/g, "“").replace(/\s?»/g, "”");

/** Whom to ask, what to say and what to bring, for a regime. */
export interface Ask {
  whom: string;
  /** Head of the letter; empty when it is not asked for by letter. */
  to: string;
  what: string;
  /** The request itself, to read out on the phone or to write. */
  request: string;
  papers: string[];
  /** What it is sold under, where that is another name than ours. */
  offer?: string;
}

const asks: Record<string, Ask> = {
  R1: {
    whom: "Orange, seul opérateur labellisé trouvé",
    to: "Orange",
    what: "Demandez l’offre internet à tarif social du label de 2012 : 23 € au plus, box comprise, sans engagement ni dépôt de garantie.",
    request: "Je demande l’offre internet à tarif social du label de 2012.",
    papers: ["l’attestation de RSA de la CAF ou de la MSA"],
  },
  R2: {
    whom: "la CAF, la MSA ou France Travail, pour l’attestation ; puis l’adresse écrite dessus",
    to: "La CAF, la MSA ou France Travail",
    what: "Demandez l’attestation de réduction sociale téléphonique. Complétez-la avec le numéro de votre ligne fixe et envoyez-la. C’est à refaire chaque année.",
    request: "Je demande l’attestation de réduction sociale téléphonique, pour ma ligne fixe.",
    papers: [],
  },
  R4: {
    whom: "le câblo-opérateur de votre immeuble (Numericable)",
    to: "Numericable",
    what: "Demandez le forfait social du câble.",
    request: "Je demande le forfait social du câble.",
    papers: ["l’attestation de RSA ou d’AAH"],
  },
  R5: {
    whom: "votre opérateur, au téléphone puis par écrit ; s’il refuse, signalez-le à l’Arcep (jalerte.arcep.fr)",
    to: "Mon opérateur : ……………………",
    what: "Demandez quel tarif abordable il propose aux personnes de l’article R.20-31 du code des postes et des communications électroniques. Nous n’avons trouvé aucun opérateur obligé de répondre oui.",
    request:
      "Je vous demande quel tarif abordable vous proposez aux personnes de l’article R.20-31 du code des postes et des communications électroniques.",
    papers: ["l’attestation de l’aide reçue, ou l’avis d’impôt"],
  },
  R11: {
    whom: "Orange",
    to: "Orange",
    what: "Demandez l’offre « Coup de pouce Internet », et la condition exacte de quotient familial : elle n’est publiée nulle part où nous ayons pu la vérifier.",
    request: "Je demande l’offre « Coup de pouce Internet », et la condition exacte de quotient familial.",
    papers: ["l’attestation de quotient familial de la CAF ou de la MSA"],
    offer: "Coup de pouce Internet",
  },
  R21: {
    whom: "un travailleur social de la mairie, du département ou d’une association",
    to: "",
    what: "Demandez une orientation vers la téléphonie et l’internet solidaires (Emmaüs Connect). Aucun revenu n’est exigé.",
    request: "Je demande une orientation vers la téléphonie et l’internet solidaires.",
    papers: [],
  },
};

/** Who pays a benefit that has to be claimed first, and the article that says so. */
const counter = {
  whom: "la CAF ou la MSA",
  law: { rsa: "CASF, art. L262-16", prime_activite: "CSS, art. L843-1" } as Record<string, string>,
};

const place = (tenth: number) => (tenth === 1 ? "1er" : `${tenth}e`);

/** The result, the budget, the sheet and the letters. */
export const result = {
  asks,
  counter,
  title: {
    offer: "Oui, vous pouvez demander un tarif réduit",
    claim: "Oui, après une première démarche",
    perhaps: "Peut-être : demandez pour savoir",
    list: "Vous êtes sur la liste de la loi, mais sans guichet connu",
    unknown: "On ne peut pas encore dire",
    no: "Non, pas avec les règles de ce mois",
  },
  lead: {
    offer: (month: string) => `Pour ${month}, d’après vos réponses, au moins une offre vous est ouverte.`,
    claim: (month: string) =>
      `Pour ${month}, vous avez droit à une aide que vous ne recevez pas encore. Elle ouvre le tarif réduit.`,
    perhaps: (month: string) =>
      `Pour ${month}, vos réponses remplissent les conditions d’une offre que nous n’avons pas pu vérifier.`,
    list: (month: string) =>
      `Pour ${month}, la loi vous compte parmi ceux qui devraient avoir un tarif abordable. Nous n’avons trouvé aucun opérateur obligé de l’appliquer.`,
    unknown: (month: string) => `Pour ${month}, il manque des réponses. Voyez plus bas lesquelles changeraient tout.`,
    no: (month: string) =>
      `Pour ${month}, aucune règle en vigueur ni offre connue ne vous est ouverte. Voyez ce qui manque, et ce que donneraient des règles plus larges.`,
  },
  /** Of a month that is over. */
  past: {
    title: {
      offer: "Oui, un tarif réduit existait pour vous",
      claim: "Oui, avec une aide à laquelle vous aviez droit",
      perhaps: "Peut-être : une offre existait, à vérifier",
      list: "Vous étiez sur la liste de la loi, mais sans guichet connu",
      unknown: "On ne peut pas encore dire",
      no: "Non, pas avec les règles de ce mois",
    },
    lead: {
      offer: (month: string) => `En ${month}, d’après vos réponses, au moins une offre vous était ouverte.`,
      claim: (month: string, aid: string) =>
        `En ${month}, vous aviez droit à une aide que vous ne receviez pas : ${aid}. Elle ouvrait le tarif réduit.`,
      perhaps: (month: string) =>
        `En ${month}, vos réponses remplissaient les conditions d’une offre que nous n’avons pas pu vérifier.`,
      list: (month: string) =>
        `En ${month}, la loi vous comptait parmi ceux qui devaient avoir un tarif abordable. Nous n’avons trouvé aucun opérateur obligé de l’appliquer.`,
      unknown: (month: string) => `Pour ${month}, il manque des réponses. Voyez plus bas lesquelles changeraient tout.`,
      no: (month: string) =>
        `En ${month}, aucune règle en vigueur ni offre connue ne vous était ouverte. Voyez ce qui manquait, et ce que donneraient des règles plus larges.`,
    },
    notice: (month: string) =>
      `Ce résultat est celui de ${month}. Il ne dit rien d’aujourd’hui, et rien n’est à demander pour un mois passé : pour agir, vérifiez ce mois-ci.`,
  },
  indicative: "Résultat indicatif : seul l’opérateur ou l’organisme décide.",
  first: "À faire d’abord",
  prime: (amount: string) => `Demandez la prime d’activité : d’après vos réponses, ${amount} par mois.`,
  unlessHad: " À moins que vous ne l’ayez déjà.",
  cover: {
    free: "Demandez la complémentaire santé solidaire : d’après vos réponses, vous y avez droit sans rien payer. L’attestation peut servir de preuve pour un tarif réduit.",
    paying:
      "Demandez la complémentaire santé solidaire : d’après vos réponses, vous y avez droit avec une participation.",
    young:
      "Avant 25 ans, sans enfant, c’est seulement si vous ne vivez plus chez vos parents et si vous déclarez vos revenus vous-même, sans pension de leur part : sinon, leurs ressources comptent.",
    whom: "l’Assurance maladie (ameli.fr) ou la MSA",
    law: "CSS, art. L861-1",
  },
  firstHint: "C’est un droit calculé, pas encore une aide reçue.",
  at: "À demander à : ",
  current: (month: string, past: boolean) => `Ce qui ${past ? "existait" : "existe"} en ${month}`,
  wider: "Ce que donneraient des règles plus larges",
  widerHint:
    "Ce ne sont pas des droits. Ce sont des règles proposées, ou qui existent ailleurs : elles montrent ce qui pourrait changer.",
  together: {
    title: "Réunir plusieurs aides sur une facture",
    hint: "Cochez les aides dans l’ordre où elles s’appliquent : chacune ne peut retirer que ce que les précédentes ont laissé. Demandez à l’opérateur si elles se cumulent : nous ne l’avons pas vérifié.",
    place: (place: number) => `(n° ${place})`,
    before: "Avant les aides",
    off: (name: string) => `${name} retire`,
    after: "Reste à payer",
    zero: "rien de plus",
  },
  pointers: "À savoir aussi",
  unsure: "Condition non vérifiée : demandez à l’opérateur quelle est la condition exacte.",
  stillOpen: "Il reste une offre à vérifier : une réponse manque, voyez plus bas.",
  verdict: {
    eligible: "Oui",
    not_eligible: "Non",
    unknown: "On ne peut pas encore dire",
    not_computable: "À voir avec un travailleur social",
  },
  status: {
    "in-force": "règle de droit",
    lapsed: "ancienne offre",
    "voluntary-offer": "offre volontaire d’un opérateur",
    "statutory-list": "liste écrite dans la loi",
    proposal: "proposition",
    transposed: "règle d’un autre pays, transposée",
  } as Record<string, string>,
  inForce: {
    yes: "en vigueur ce mois-là",
    no: "pas en vigueur ce mois-là",
    unknown: "sans preuve qu’elle existe ce mois-là",
  },
  kind: (status: string, inForce: string) => `C’est une ${status}, ${inForce}.`,
  why: "Pourquoi",
  say: "À lire au téléphone",
  hello: (request: string) => `« Bonjour. ${inner(request)} »`,
  bill: "Votre facture d’internet",
  before: "Votre facture",
  after: "Avec ce tarif",
  saving: "Économie",
  month: "par mois",
  year: "par an",
  cheaper: "Vous ne payez pas plus cher que ce tarif.",
  changes: "Ce qui changerait la réponse",
  missing: (count: number) => (count > 1 ? `Il manque ${count} réponses` : "Il manque une réponse"),
  how: "Comment",
  askWhom: "À qui",
  askWhat: "Quoi demander",
  askPapers: "Les papiers",
  askSource: "D’après",
  way: "Attribution",
  payers: "Qui paie",
  doubts: "Ce qui n’est pas sûr",
  details: "Les conditions et les sources",
  criteria: "Les conditions, une par une",
  truth: { yes: "oui", no: "non", unknown: "inconnu" },
  sources: "Sources",
  checked: (day: string) => `vérifié le ${day}`,
  confidence: {
    law: "texte de loi",
    official: "source officielle",
    press: "presse",
    secondary: "source indirecte",
    derived: "notre calcul",
    unverified: "non vérifié",
  } as Record<string, string>,
  rsa: {
    title: "Le RSA, calculé",
    socle:
      "Avant 2016, le RSA avait deux parts : le socle, pour ceux qui ont très peu de ressources, et l’activité, un complément pour ceux qui travaillent. Seul le socle ouvrait le tarif social.",
    situation: {
      none: "Pas de RSA d’après vos réponses.",
      socle_only: "RSA socle seulement.",
      socle_and_activite: "RSA socle et activité.",
      activite_only: "RSA activité seulement.",
      rsa: "RSA dû.",
      unknown: "On ne peut pas encore dire.",
    } as Record<string, string>,
    guaranteed: "Montant garanti pour votre foyer",
    resources: "Ressources comptées",
    housing: "Forfait logement retiré",
    soclePart: "Part socle",
    activitePart: "Part activité",
    total: "RSA calculé",
    quarter: "Mois regardés",
    lines: "Chaque ressource",
    open: "Les autres ressources : pas encore connu.",
    place: "Vous n’avez pas dit où vous habitez : ces montants sont ceux de la métropole.",
    unlisted: "Vous n’avez pas dit qui vit avec vous : ces montants couvrent tous les cas possibles.",
    family: "Prestations familiales comptées",
    computed: "calculé par nous",
    declared: "donné par vous",
    familyNames: {
      allocations_familiales: "Allocations familiales",
      complement_familial: "Complément familial",
      paje_base: "Allocation de base de la PAJE",
      allocation_soutien_familial: "Allocation de soutien familial",
    } as Record<string, string>,
  },
  steps: {
    title: "Le calcul, pas à pas",
    register: "Pour qui ?",
    citizen: "En clair",
    adviser: "Pour un conseiller, avec articles et valeurs",
    values: "Valeurs utilisées",
    ended: "n’existe plus",
    since: "depuis le",
  },
  budget: {
    title: "Votre budget",
    lead: "Trois façons de compter les dépenses obligées, côte à côte. Aucune n’est « la bonne ».",
    lackLead: (month: string, day: string) =>
      `Il manque ${month} par mois, soit ${day} par jour, pour payer le logement, l’énergie, les transports et la communication.`,
    leftLead: (month: string, day: string) =>
      `Il reste ${month} par mois, soit ${day} par jour, une fois payés le logement, l’énergie, les transports et la communication.`,
    add: "Ajouter mes dépenses",
    income: "Revenu disponible du mois",
    units: "Unités de consommation",
    unitsHint: "1 pour le premier adulte, 0,5 par personne de 14 ans ou plus, 0,3 par enfant plus jeune.",
    total: "Total des dépenses obligées",
    compared: "Revenu comparé",
    share: "Part du revenu",
    leftMonth: "Il reste, par mois",
    leftUnit: "Par mois et unité de consommation",
    leftDay: "Il reste, par jour",
    missing: "Pas encore répondu",
    scope: "Ce qui est compté",
    short: { insee: "Insee", drees: "DREES", four_posts: "Quatre postes" } as Record<string, string>,
    empty: "Ajoutez vos dépenses pour voir ce qu’il vous reste par mois et par jour, avant et après chaque tarif.",
    after: "Ce qu’il resterait avec chaque tarif",
    afterHint:
      "Avec la définition des quatre postes. Seuls les tarifs dont vous remplissez les conditions et qui ont un prix. Ceux qui sont marqués n’existent pas.",
    proposed: "règle proposée ou passée",
    byMonth: " ; ici ramenés au mois",
    none: "Aucun tarif",
    gain: "Gain par mois",
    gainYear: "Gain par an",
    efforts: "Ce que chaque dépense pèse dans le revenu",
    effort: {
      housing: "Logement et son énergie, aide au logement déduite",
      energy: "Dont énergie du logement, aide au logement comptée dans le revenu",
      internet: "Internet",
      telecoms: "Internet et téléphones",
      transport: "Transports",
    } as Record<string, string>,
    energy: {
      yes: "Énergie au-dessus de 8 % du revenu, et revenu parmi les trois dixièmes les plus bas : c’est la définition de la précarité énergétique.",
      no: "Pas en précarité énergétique selon la règle des 8 %.",
      unknown: "Précarité énergétique : on ne peut pas encore dire.",
    },
    tenth: (lowest: number, highest: number, year: number) =>
      lowest === highest
        ? `Votre niveau de vie est dans le ${place(lowest)} dixième sur 10, du plus bas au plus haut (valeurs de ${year}).`
        : `Votre niveau de vie est entre le ${place(lowest)} et le ${place(highest)} dixième sur 10, du plus bas au plus haut (valeurs de ${year}).`,
    fitted: "Limites en partie reconstituées.",
    references: "À côté : des moyennes publiées",
    referencesHint:
      "Ce sont des moyennes, pas ce qu’il faudrait dépenser. Elles comptent aussi les ménages qui ne paient pas ce poste.",
    mean: (year: number) => `Moyenne par mois, prix de ${year}`,
    moved: "Ramenée aux prix récents",
    own: "Vous",
  },
  actions: {
    title: "Garder, imprimer, demander",
    sheet: "Fiche de résultat à imprimer",
    letter: "Lettre à imprimer",
    print: "Imprimer",
    back: "Retour au résultat",
    download: "Télécharger la demande pour la ligne de commande",
  },
  sheet: {
    title: "Fiche de résultat",
    facts: "Ce que vous avez répondu",
    path: "Chemin du calcul",
    values: "Textes et valeurs",
    ruleset: "Règles et valeurs utilisées",
    hash: "empreinte",
    request: "La demande, pour vérifier",
    requestHint:
      "La commande « tarif-social check » relit ce texte et doit redonner le même résultat, avec la même empreinte.",
  },
  letter: {
    title: "Votre lettre",
    hint: "Relisez, complétez les blancs, changez ce que vous voulez, puis imprimez. Rien n’est gardé une fois l’onglet fermé.",
    choose: "Quelle lettre ?",
    claim: (benefit: string) => `Demande à faire d’abord : ${benefit}`,
    offer: (name: string) => `Demande : ${name}`,
    label: "Texte de la lettre",
    from: ["Prénom et nom", "Adresse", "Téléphone"],
    place: "À ……………………, le ……………………",
    subjectClaim: (benefit: string) => `Objet : première demande, ${benefit}`,
    claimBody: (benefit: string) =>
      `Madame, Monsieur,\n\nJe demande ${benefit}. D’après le calcul que j’ai fait, je pense y avoir droit.\nMerci de m’indiquer les pièces à joindre et de fixer mes droits à la date de cette lettre.\n\nMerci aussi de m’envoyer une attestation dès l’ouverture du droit : elle peut servir à demander un tarif réduit d’accès à internet.`,
    subjectOffer: (name: string) => `Objet : demande de tarif réduit (${name})`,
    offerBody: (request: string, sure: boolean, papers: string) =>
      `Madame, Monsieur,\n\n${request}\n\nD’après le calcul que j’ai fait, ${sure ? "j’en remplis les conditions" : "je pense y avoir droit"}.\n\n${papers && `Je joins : ${papers}.\n\n`}Si vous refusez, merci de m’écrire la raison et le texte sur lequel vous vous appuyez.`,
    price: (price: string) => `Je paie aujourd’hui ${price} par mois.`,
    end: "Je vous prie de recevoir mes salutations.\n\nSignature",
    noLetter: "Aucune demande à faire pour l’instant : aucune offre ne vous est ouverte, ou des réponses manquent.",
  },
  benefit: {
    rsa: "le RSA",
    prime_activite: "la prime d’activité",
    c2s: "la complémentaire santé solidaire",
  } as Record<string, string>,
  short: { c2s: "C2S" } as Record<string, string>,
};

export type Result = typeof result;
