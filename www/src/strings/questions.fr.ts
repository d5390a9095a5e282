import type { Benefit, IncomeKind, Post, Tenure } from "../engine.ts";

/** A name and what it means; the meaning is empty when the name says it all. */
export type Pair = [string, string];

/** Benefits asked by their name: the two others are known from their amounts. */
export type Listed = Exclude<Benefit, "unemployment_benefit" | "housing_benefit">;

/** Spending asked by its name: the internet access has its own question. */
export type Line = Exclude<Post, "fixed_internet">;

const benefits: Record<Listed, Pair> = {
  rsa: ["RSA", "Revenu de solidarité active"],
  prime_activite: ["Prime d’activité", "Complément pour ceux qui travaillent avec un petit revenu"],
  aah: ["AAH", "Allocation aux adultes handicapés"],
  ass: ["ASS", "Allocation de solidarité, après le chômage"],
  aspa: ["ASPA", "Minimum vieillesse"],
  asi: ["ASI", "Supplément à une petite pension d’invalidité"],
  c2s_gratuite: ["Complémentaire santé solidaire gratuite", "Vous ne payez rien pour la mutuelle"],
  c2s_participation: ["Complémentaire santé solidaire avec participation", "Vous payez moins d’un euro par jour"],
  ada: ["ADA", "Allocation pour demandeur d’asile"],
  ata: ["ATA", "Allocation temporaire d’attente"],
  assurance_veuvage: ["Allocation veuvage", ""],
  pacea: ["Allocation du contrat d’engagement jeune ou du PACEA", "Versée par la mission locale ou France Travail"],
  rso: ["RSO", "Revenu de solidarité, en outre-mer"],
  war_invalid: ["Pension d’invalide de guerre ou d’aveugle de guerre", ""],
  energy_cheque: ["Chèque énergie", ""],
  aeeh: ["AEEH", "Allocation d’éducation de l’enfant handicapé"],
  apa: ["APA", "Aide à domicile pour une personne âgée"],
};

const incomes: Record<IncomeKind, Pair> = {
  net_wage: ["Salaire net", "Apprentissage et chômage partiel compris"],
  self_employed: ["Revenu d’indépendant", "Bénéfice, micro-entreprise"],
  training_pay: ["Rémunération de formation", ""],
  unemployment: ["Allocation chômage", ""],
  sick_pay: ["Indemnités journalières", "Maladie, accident du travail, maternité"],
  pension: ["Retraite", "De base et complémentaire"],
  invalidity_pension: ["Pension d’invalidité", ""],
  aah: ["AAH", "Allocation aux adultes handicapés"],
  ass: ["ASS", "Allocation de solidarité, après le chômage"],
  aspa: ["ASPA", "Minimum vieillesse"],
  asi: ["ASI", "Supplément à une petite pension d’invalidité"],
  alimony_received: ["Pension alimentaire reçue", ""],
  rents: ["Loyers reçus", ""],
  capital: ["Revenus de placements imposables", ""],
  savings: ["Épargne non imposable", "Livret A, LEP… : le total placé"],
  exceptional: ["Somme exceptionnelle", "Prime, gain, rappel"],
};

const tenures: Record<Tenure, string> = {
  social_tenant: "Locataire d’un logement social (HLM)",
  tenant: "Locataire d’un logement vide, chez un particulier ou une société",
  furnished_tenant: "Locataire d’un meublé",
  owner_with_loan: "Propriétaire, avec un prêt à rembourser",
  owner: "Propriétaire, sans prêt",
  lodged_free: "Logé gratuitement",
  lodged_sharing_costs: "Logé chez quelqu’un, en partageant les frais",
  hostel: "Foyer, résidence, hébergement",
  homeless: "Sans logement",
};

const posts: Record<Line, Pair> = {
  rent: ["Loyer sans les charges", "Avant l’aide au logement"],
  charges: ["Charges", "De l’immeuble ou du propriétaire"],
  water: ["Eau", "Si elle n’est pas dans les charges"],
  loan_instalment: ["Remboursement du prêt du logement", ""],
  property_tax: ["Taxe foncière, taxe d’habitation", ""],
  electricity: ["Électricité", ""],
  gas: ["Gaz de ville", ""],
  other_heating: ["Autre chauffage", "Fioul, bois, réseau de chaleur, bouteilles"],
  motor_fuel: ["Carburant", ""],
  vehicle_upkeep: ["Entretien de la voiture", "Réparations, contrôle, stationnement, péages"],
  public_transport: ["Transports en commun", "Abonnements et billets"],
  mobile: ["Téléphones mobiles", "Toutes les lignes du foyer"],
  landline: ["Ligne fixe seule, hors box", ""],
  television: ["Abonnements de télévision", "Hors box"],
  home_insurance: ["Assurance du logement", ""],
  health_insurance: ["Mutuelle", "Complémentaire santé"],
  vehicle_insurance: ["Assurance des véhicules", ""],
  other_insurance: ["Autres assurances", "Sauf assurance-vie"],
  canteen: ["Cantine", ""],
  school_fees: ["Frais de scolarité et d’études", ""],
  bank: ["Banque", "Frais de compte, de carte"],
};

/** The questions. Pairs are for the visitor, then for her partner. */
export const questions = {
  who: ["Vous", "Votre conjoint"] as Pair,
  child: (place: number) => `Enfant ${place}`,
  territory: {
    title: "Où habitez-vous ?",
    options: {
      metropolitan: "En France métropolitaine, Corse comprise",
      overseas: "Guadeloupe, Martinique, Guyane, La Réunion, Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon",
      mayotte: "Mayotte",
    },
  },
  couple: {
    title: "Vivez-vous en couple ?",
    hint: "Un couple : deux personnes qui vivent ensemble, mariées, pacsées ou non. Une colocation n’est pas un couple.",
    yes: "Oui, en couple",
    no: "Non",
  },
  children: {
    title: "Combien d’enfants ou de jeunes de moins de 25 ans avez-vous à charge ?",
    hint: "Comptez ceux qui vivent avec vous, même une partie du temps. Écrivez 0 s’il n’y en a pas.",
    label: "Nombre",
    range: "Écrivez un nombre entre 0 et 13.",
  },
  age: {
    title: ["Quel âge avez-vous ?", "Quel âge a votre conjoint ?"] as Pair,
    children: "Quel âge ont les enfants ?",
    childrenHint: "Pour un bébé ou un enfant à naître, donnez la date, même approchée : elle compte pour les aides.",
    day: "Écrivez le jour, le mois et l’année en chiffres, par exemple 12 5 1980.",
  },
  birth: {
    title: "Il faut une date de naissance pour être exact",
    hint: "L’âge seul laisse un doute de quelques mois, et ces mois comptent.",
  },
  custody: {
    title: "Quels enfants vivent en garde alternée ?",
    hint: "Ils vivent tantôt chez vous, tantôt chez leur autre parent.",
    none: "Aucun",
  },
  situation: {
    title: ["Qu’est-ce qui est vrai pour vous ?", "Qu’est-ce qui est vrai pour votre conjoint ?"] as Pair,
    children: "Que font les grands enfants ?",
    hint: "Cochez tout ce qui convient.",
    options: {
      student: "Élève, étudiant ou stagiaire non payé",
      apprentice: "Apprenti",
      jobseeker: "Inscrit comme demandeur d’emploi",
      retired: "À la retraite",
      pregnant: "Enceinte",
      disabled: "Handicap reconnu",
    },
  },
  isolation: {
    title: "Êtes-vous seul avec un enfant, ou enceinte, depuis moins de 18 mois ?",
    hint: "Après une séparation, un décès ou une naissance. Le RSA est alors plus élevé pendant un temps.",
  },
  residence: {
    title: ["Votre nationalité ou votre titre de séjour ouvre-t-il droit au RSA ?", "Et pour votre conjoint ?"] as Pair,
    hint: "Oui si vous êtes français ou citoyen européen installé en France, si vous avez une carte de résident ou le statut de réfugié, ou un titre qui permet de travailler depuis cinq ans. Votre réponse reste dans cet appareil.",
  },
  young: {
    title: ["Avez-vous travaillé deux ans à plein temps ces trois dernières années ?", "Et votre conjoint ?"] as Pair,
    hint: "Avant 25 ans et sans enfant, le RSA demande 3 214 heures de travail, soit deux ans à plein temps.",
  },
  benefits: {
    title: "Quelles aides recevez-vous ?",
    hint: "Vous, votre conjoint ou vos enfants. Cochez tout ce que le foyer reçoit. C’est écrit sur l’attestation de la CAF ou de la MSA.",
    options: benefits,
    cmuc: ["CMU-C", "Couverture maladie complémentaire gratuite"] as Pair,
    acs: ["ACS", "Aide à payer une complémentaire santé"] as Pair,
  },
  incomes: {
    title: ["Quels revenus recevez-vous ?", "Quels revenus reçoit votre conjoint ?"] as Pair,
    child: (name: string) => `${name} : quels revenus ?`,
    hint: "Cochez ce qui est reçu maintenant, ou qui l’a été depuis un an, même si c’est fini.",
    children: "Lesquels de vos enfants ont un revenu à eux ?",
    childrenHint: "Salaire, apprentissage, bourse imposable… Pas l’argent de poche.",
    childrenNone: "Aucun",
    options: incomes,
  },
  income: {
    title: (who: string, kind: string) => `${who} : ${kind}, combien ?`,
    hint: "Le montant net, par mois.",
    yearly: "Par mois : le total de l’année divisé par 12.",
    savings: "Le total placé aujourd’hui, pas les intérêts.",
  },
  tenure: {
    title: "Comment êtes-vous logé ?",
    options: tenures,
  },
  housing_benefit: {
    title: "Combien recevez-vous d’aide au logement ?",
    hint: "APL, ALF ou ALS, même si elle est versée au propriétaire. Écrivez 0 si vous n’en avez pas.",
  },
  internet: {
    title: "Votre abonnement internet à la maison",
    hint: "Le prix de la box, télévision et téléphone compris s’ils sont dans le même abonnement. Écrivez 0 si vous n’avez pas internet.",
    price: "Prix de l’abonnement",
    operator: "Votre opérateur",
    commitment: "Fin de l’engagement",
    commitmentHint: "Si la facture en indique une.",
  },
  cable: {
    title: "Votre immeuble a-t-il un service de câble collectif ?",
    hint: "Une télévision par câble payée avec les charges.",
  },
  line: {
    title: "Votre ligne de téléphone fixe",
    fixed: "Avez-vous une ligne fixe seule, hors box ?",
    social: "Quelqu’un du foyer a-t-il déjà un tarif social de téléphone ou d’internet ?",
  },
  tax: {
    title: "Votre dernier avis d’impôt",
    hint: "Même si vous ne payez pas d’impôt. Si votre couple a deux avis, additionnez-les.",
    rfr: "Revenu fiscal de référence",
    rfrHint: "Dans le cadre « vos références », en première page.",
    parts: "Nombre de parts",
    partsHint: "Dans le même cadre. Par exemple 1, ou 2,5.",
    partsLabel: "Parts",
  },
  quotient: {
    title: "Quel est votre quotient familial de la CAF ?",
    hint: "Il est sur l’attestation de quotient familial de caf.fr ou de la MSA. Ce n’est pas celui des impôts.",
  },
  family_benefits: {
    title: "Connaissez-vous le montant de vos prestations familiales ?",
    hint: "Ce que verse la CAF ou la MSA, par mois. Pour ce que vous ne savez pas, nous calculons.",
    options: {
      allocations_familiales: "Allocations familiales",
      complement_familial: "Complément familial",
      paje_base: "Allocation de base de la PAJE (petit enfant)",
      allocation_soutien_familial: "Allocation de soutien familial (parent seul)",
    },
  },
  year_before_last: {
    title: (year: number) => `Vos revenus de ${year}`,
    hint: "La CAF regarde les revenus d’il y a deux ans pour les prestations familiales.",
    resources: "Revenus imposables de l’année, après abattement",
    resourcesHint: "Le total des lignes de revenus de votre avis d’impôt de cette année-là.",
    dual: "Aviez-vous tous les deux un revenu de travail cette année-là ?",
  },
  disposable: {
    title: "De combien disposez-vous chaque mois, tout compris ?",
    hint: "Salaires, aides, pensions, allocations de toute la famille, moins l’impôt sur le revenu.",
  },
  spending: {
    titles: {
      housing: "Vos dépenses de logement",
      energy: "Vos dépenses d’énergie à la maison",
      transport: "Vos dépenses de transport",
      communication: "Vos autres abonnements de téléphone",
      other: "Vos assurances et autres dépenses engagées",
    },
    hint: "Ce que le foyer paie lui-même.",
    blank: "Les lignes laissées vides",
    blankNothing: "Je ne les paie pas",
    blankUnknown: "Je ne sais pas combien",
    per: "Par",
    month: "mois",
    year: "an",
    posts,
  },
};

/** The same words in another language. */
export type Questions = typeof questions;
