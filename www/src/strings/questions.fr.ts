/** A name and what it means; the meaning is empty when the name says it all. */
export type Pair = [string, string];

/** The questions about who lives there. Pairs are for the visitor, then for her partner. */
export const questions = {
  who: ["Vous", "Votre conjoint"] as Pair,
  child: (place: number) => `Enfant ${place}`,
  territory: {
    title: "Où habitez-vous ?",
    options: {
      metropolitan: "En France métropolitaine, Corse comprise",
      overseas: "Guadeloupe, Martinique, Guyane, La Réunion, Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon",
      mayotte: "Mayotte",
    },
  },
  couple: {
    title: "Vivez-vous en couple ?",
    hint: "Un couple : deux personnes qui vivent ensemble, mariées, pacsées ou non. Une colocation n’est pas un couple. Si vous ne savez pas, la page ne dira que ce qui est vrai dans les deux cas.",
    yes: "Oui, en couple",
    no: "Non",
  },
  children: {
    title: "Combien d’enfants ou de jeunes de moins de 25 ans avez-vous à charge ?",
    hint: "Comptez ceux qui vivent avec vous, même une partie du temps. Écrivez 0 s’il n’y en a pas. Si vous ne savez pas, la page ne dira que ce qui est vrai quel que soit leur nombre.",
    label: "Nombre",
    range: "Écrivez un nombre entier, de 0 à 13.",
  },
  age: {
    title: ["Quel âge avez-vous ?", "Quel âge a votre conjoint ?"] as Pair,
    children: ["Quel âge a l’enfant ?", "Quel âge ont les enfants ?"] as Pair,
    childrenHint: "Pour un bébé ou un enfant à naître, donnez la date, même approchée : elle compte pour les aides.",
    day: "Écrivez le jour, le mois et l’année en chiffres, par exemple 12 5 1980.",
    grown: "À 25 ans et plus, un enfant n’est plus compté avec ses parents : revenez en arrière et ôtez-le.",
  },
  birth: {
    title: "Il faut une date de naissance pour être exact",
    hint: "L’âge seul laisse un doute de quelques mois, et ces mois comptent.",
  },
  custody: {
    title: "Quels enfants vivent en garde alternée ?",
    hint: "Ils vivent tantôt chez vous, tantôt chez leur autre parent.",
    none: "Aucun",
  },
  situation: {
    title: ["Qu’est-ce qui est vrai pour vous ?", "Qu’est-ce qui est vrai pour votre conjoint ?"] as Pair,
    child: (name: string) => `${name} est-il inscrit comme demandeur d’emploi ?`,
    hint: "Cochez tout ce qui convient.",
    options: {
      student: "Élève ou étudiant, stages d’études compris (pas la formation professionnelle)",
      on_leave: "En congé parental, sabbatique ou sans solde",
      apprentice: "Apprenti",
      jobseeker: "Inscrit comme demandeur d’emploi",
      pregnant: "Enceinte",
    },
  },
  isolation: {
    title: "Êtes-vous seul avec un enfant, ou enceinte, depuis moins de 18 mois ?",
    hint: "Après une séparation, un décès ou une naissance. Le RSA est alors plus élevé pendant un temps.",
  },
  residence: {
    title: [
      "Votre nationalité ou votre titre de séjour ouvre-t-il droit au RSA ?",
      "La nationalité ou le titre de séjour de votre conjoint ouvre-t-il droit au RSA ?",
    ] as Pair,
    hint: "Oui si vous êtes français, ou citoyen européen qui travaille ou a travaillé en France ou y vit depuis cinq ans, si vous avez une carte de résident ou le statut de réfugié, ou un titre qui permet de travailler depuis cinq ans (quinze à Mayotte). Votre réponse reste dans cet appareil.",
  },
  stay: {
    title: [
      "Avez-vous un titre de séjour en cours de validité ?",
      "Votre conjoint a-t-il un titre de séjour en cours de validité ?",
    ] as Pair,
    hint: "Seul avec un enfant ou enceinte, il suffit d’un séjour régulier : les cinq ans ne sont pas demandés.",
  },
  young: {
    title: [
      "Avez-vous travaillé deux ans à plein temps ces trois dernières années ?",
      "Votre conjoint a-t-il travaillé deux ans à plein temps ces trois dernières années ?",
    ] as Pair,
    hint: "Avant 25 ans et sans enfant, le RSA demande 3 214 heures de travail, soit deux ans à plein temps.",
  },
};

/** The same words in another language. */
export type Questions = typeof questions;
