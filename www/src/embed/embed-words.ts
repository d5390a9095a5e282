const fr = {
  title: "Intégrer la vérification dans votre site",
  lead: "Une ligne à coller : vos visiteurs vérifient leur droit dans votre page. Rien n’est envoyé, rien n’est gardé, aucun cookie.",
  back: "Vérifier mes droits",
  options: "Vos choix",
  lang: "Langue",
  langs: { fr: "français", en: "anglais" },
  theme: "Couleurs",
  themes: { auto: "comme l’appareil du visiteur", light: "claires", dark: "sombres" },
  start: "Au début",
  starts: { open: "le formulaire", button: "un bouton qui l’ouvre" },
  date: "Mois (vide : le mois en cours)",
  dateHint: "Par exemple 2014-11.",
  territory: "Territoire",
  territories: { metropolitan: "métropole", overseas: "départements d’outre-mer", mayotte: "Mayotte" },
  regimes: "Règles",
  script: "À coller dans la page",
  scriptHint:
    "Le fichier ne change jamais : une nouvelle version a une autre adresse. L’empreinte (integrity) fait refuser tout autre contenu.",
  frame: "Si votre site retire les scripts : un cadre",
  frameHint:
    "Le second morceau, facultatif, donne au cadre la hauteur qu’il demande. Le serveur doit permettre l’affichage de frame.html dans un cadre.",
  link: "Ou un simple lien",
  linkText: "Ai-je droit à un tarif social pour internet ?",
  copy: "Copier",
  copied: "Copié.",
  preview: "Aperçu",
  how: "Où le coller",
  places: [
    ["WordPress", "dans un bloc « HTML personnalisé ». Sur wordpress.com, qui retire les scripts, prenez le cadre."],
    [
      "SPIP",
      "dans un article, entre les balises <html> et </html>, si le site l’autorise ; sinon dans un squelette ou un modèle.",
    ],
    ["Drupal", "dans un bloc dont le format de texte accepte le HTML complet."],
    [
      "À la main",
      "à l’endroit voulu du HTML. La ligne <script> peut être n’importe où ; une seule suffit pour plusieurs vérifications.",
    ],
  ],
  policy: "Si votre site a une politique de sécurité (CSP)",
  policyText: "Il suffit d’autoriser ce seul fichier par son empreinte ; ni WebAssembly, ni style, ni requête.",
  colours: "Changer les couleurs",
};

type Words = typeof fr;

const en: Words = {
  title: "Embed the check in your site",
  lead: "One line to paste: your visitors check their right in your page. Nothing is sent, nothing is kept, no cookie.",
  back: "Check my rights",
  options: "Your choices",
  lang: "Language",
  langs: { fr: "French", en: "English" },
  theme: "Colours",
  themes: { auto: "as the visitor's device", light: "light", dark: "dark" },
  start: "At the start",
  starts: { open: "the form", button: "a button that opens it" },
  date: "Month (empty: this month)",
  dateHint: "For example 2014-11.",
  territory: "Territory",
  territories: { metropolitan: "metropolitan France", overseas: "overseas departments", mayotte: "Mayotte" },
  regimes: "Rules",
  script: "To paste in the page",
  scriptHint:
    "The file never changes: a new version has another address. The hash (integrity) makes the browser refuse anything else.",
  frame: "If your site takes scripts out: a frame",
  frameHint:
    "The second piece, if you want it, gives the frame the height it asks for. The server must let frame.html be shown in a frame.",
  link: "Or a plain link",
  linkText: "Am I entitled to an internet social tariff?",
  copy: "Copy",
  copied: "Copied.",
  preview: "Preview",
  how: "Where to paste it",
  places: [
    ["WordPress", "in a “Custom HTML” block. On wordpress.com, which takes scripts out, use the frame."],
    ["SPIP", "in an article, between <html> and </html>, if the site allows it; otherwise in a template."],
    ["Drupal", "in a block whose text format takes full HTML."],
    ["By hand", "where you want it in the HTML. The <script> line may be anywhere; one is enough for several checks."],
  ],
  policy: "If your site has a security policy (CSP)",
  policyText: "Allow this one file by its hash; no WebAssembly, no style, no request.",
  colours: "Change the colours",
};

export const WORDS = { fr, en };
