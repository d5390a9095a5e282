import type { Benefit, Flow, Post, Tenure } from "../engine.ts";
import type { Pair } from "./questions.fr.ts";

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

const incomes: Record<Flow, Pair> = {
  net_wage: ["Salaire net", "Apprentissage et chômage partiel compris"],
  self_employed: ["Revenu d’indépendant", "Bénéfice, micro-entreprise"],
  training_pay: ["Rémunération de formation", "Allocation PACEA ou du CEJ aussi"],
  unemployment: ["Allocation chômage", "L’ATA et l’ADA aussi"],
  sick_pay: ["Indemnités journalières", "Maladie, accident du travail, maternité"],
  pension: ["Retraite", "De base et complémentaire, allocation veuvage, RSO"],
  invalidity_pension: ["Pension d’invalidité", "Pension de guerre aussi"],
  aah: ["AAH", "Allocation aux adultes handicapés"],
  ass: ["ASS", "Allocation de solidarité, après le chômage"],
  aspa: ["ASPA", "Minimum vieillesse"],
  asi: ["ASI", "Supplément à une petite pension d’invalidité"],
  alimony_received: ["Pension alimentaire reçue", ""],
  alimony_paid: ["Pension alimentaire payée", "À un ex-conjoint, un enfant, un parent"],
  rents: ["Loyers reçus", ""],
  capital: ["Revenus de placements imposables", ""],
  savings: ["Épargne non imposable", "Livret A, LEP… : le total placé"],
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

/** The questions about resources, dwelling, papers and spending. Pairs are for the visitor, then for her partner. */
export const later = {
  benefits: {
    title: "Quelles aides recevez-vous ?",
    hint: "Vous, votre conjoint ou vos enfants. Cochez tout ce que le foyer reçoit. C’est écrit sur l’attestation de la CAF ou de la MSA.",
    options: benefits,
    cmuc: ["CMU-C", "Couverture maladie complémentaire gratuite"] as Pair,
    acs: ["ACS", "Aide à payer une complémentaire santé"] as Pair,
  },
  incomes: {
    title: ["Quels revenus recevez-vous ?", "Quels revenus reçoit votre conjoint ?"] as Pair,
    child: (name: string) => `${name} : quels revenus ?`,
    hint: "Cochez ce qui est reçu maintenant, ou qui l’a été depuis un an, même si c’est fini.",
    children: "Lesquels de vos enfants ont un revenu à eux ?",
    childrenHint: "Salaire, apprentissage, bourse imposable… Pas l’argent de poche.",
    childrenNone: "Aucun",
    options: incomes,
  },
  income: {
    title: (who: string, kind: string) => `${who} : ${kind}, combien ?`,
    hint: "Le montant net, par mois.",
    yearly: "Par mois : le total de l’année divisé par 12.",
    savings: "Le total placé aujourd’hui, pas les intérêts.",
  },
  tenure: {
    title: "Comment êtes-vous logé ?",
    options: tenures,
  },
  housing_benefit: {
    title: "Combien recevez-vous d’aide au logement ?",
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
    title: "Votre immeuble a-t-il un service de câble collectif ?",
    hint: "Une télévision par câble payée avec les charges.",
  },
  line: {
    title: "Votre ligne de téléphone fixe",
    fixed: "Avez-vous une ligne fixe seule, hors box ?",
    social: "Quelqu’un du foyer a-t-il déjà un tarif social de téléphone ou d’internet ?",
  },
  tax: {
    title: "Votre dernier avis d’impôt",
    hint: "Même si vous ne payez pas d’impôt. Si votre couple a deux avis, additionnez-les.",
    rfr: "Revenu fiscal de référence",
    rfrHint: "Dans le cadre « vos références », en première page.",
    parts: "Nombre de parts",
    partsHint: "Dans le même cadre. Par exemple 1, ou 2,5.",
    partsLabel: "Parts",
  },
  quotient: {
    title: "Quel est votre quotient familial de la CAF ?",
    hint: "Il est sur l’attestation de quotient familial de caf.fr ou de la MSA. Ce n’est pas celui des impôts. Si vous n’en avez pas, dites que vous ne savez pas : le résultat dira à qui le demander.",
  },
  family_benefits: {
    title: "Connaissez-vous le montant de vos prestations familiales ?",
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
    dual: "Aviez-vous tous les deux un revenu de travail cette année-là ?",
  },
  disposable: {
    title: "De combien disposez-vous chaque mois, tout compris ?",
    hint: "Salaires, aides, pensions, allocations de toute la famille, moins l’impôt sur le revenu.",
  },
  spending: {
    titles: {
      housing: "Vos dépenses de logement",
      energy: "Vos dépenses d’énergie à la maison",
      transport: "Vos dépenses de transport",
      communication: "Vos dépenses de téléphone et de télévision",
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
export type Later = typeof later;
