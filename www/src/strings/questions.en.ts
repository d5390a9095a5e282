import type { Questions } from "./questions.fr.ts";

export const questions: Questions = {
  who: ["You", "Your partner"],
  child: (place: number) => `Child ${place}`,
  territory: {
    title: "Where do you live?",
    options: {
      metropolitan: "In metropolitan France, Corsica included",
      overseas: "Guadeloupe, Martinique, Guyane, La Réunion, Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon",
      mayotte: "Mayotte",
    },
  },
  couple: {
    title: "Do you live as a couple?",
    hint: "A couple: two people who live together, married, in a civil partnership or neither. Flat-sharing is not a couple. If you do not know, the page will only say what is true in both cases.",
    yes: "Yes, as a couple",
    no: "No",
  },
  children: {
    title: "How many children or young people under 25 depend on you?",
    hint: "Count those who live with you, even part of the time. Write 0 if there are none. If you do not know, the page will only say what is true whatever their number.",
    label: "Number",
    range: "Write a whole number, from 0 to 13.",
  },
  age: {
    title: ["How old are you?", "How old is your partner?"],
    children: ["How old is the child?", "How old are the children?"],
    childrenHint: "For a baby or a child to be born, give the date, even roughly: it counts for benefits.",
    day: "Write the day, the month and the year in figures, for instance 12 5 1980.",
    grown: "From 25 on, a child is no longer counted with its parents: go back and take it off.",
  },
  birth: {
    title: "A date of birth is needed to be exact",
    hint: "The age alone leaves some months in doubt, and these months count.",
  },
  custody: {
    title: "Which children live by turns with both parents?",
    hint: "Sometimes with you, sometimes with their other parent.",
    none: "None",
  },
  situation: {
    title: ["What is true of you?", "What is true of your partner?"],
    child: (name) => `Is ${name} registered as looking for work?`,
    hint: "Tick all that apply.",
    options: {
      student: "Pupil or student, placements included (not vocational training)",
      on_leave: "On parental, sabbatical or unpaid leave",
      apprentice: "Apprentice",
      jobseeker: "Registered as looking for work",
      pregnant: "Pregnant",
    },
  },
  isolation: {
    title: "Have you been alone with a child, or pregnant, for less than 18 months?",
    hint: "After a separation, a death or a birth. The RSA is then higher for a time.",
  },
  residence: {
    title: [
      "Does your nationality or residence permit open the RSA?",
      "Does your partner’s nationality or residence permit open the RSA?",
    ],
    hint: "Yes if you are French, or a European citizen who works or worked in France or has lived there for five years, if you have a resident card or refugee status, or a permit to work for five years (fifteen in Mayotte). Your answer stays in this device.",
  },
  stay: {
    title: ["Do you have a current residence permit?", "Does your partner have a current residence permit?"],
    hint: "Alone with a child or pregnant, a regular stay is enough: the five years are not asked for.",
  },
  young: {
    title: [
      "Did you work two years full time in the last three years?",
      "Did your partner work two years full time in the last three years?",
    ],
    hint: "Before 25 and without a child, the RSA asks for 3,214 hours of work, two years full time.",
  },
};
