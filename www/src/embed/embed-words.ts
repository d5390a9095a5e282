const fr = {
  title: "Intégrer la vérification dans votre site",
  lead: "Une ligne à coller : vos visiteurs vérifient leur droit dans votre page. Rien n’est envoyé, rien n’est gardé, aucun cookie.",
  back: "Vérifier mes droits",
  options: "Vos choix",
  lang: "Langue",
  langs: { fr: "français", en: "anglais" },
  theme: "Couleurs",
  themes: { auto: "comme l’appareil du visiteur", light: "claires", dark: "sombres" },
  start: "Au début",
  starts: { open: "le formulaire", button: "un bouton qui l’ouvre" },
  date: "Mois (vide : le mois en cours)",
  dateHint: "L’année et le mois, comme 2014-11, de 2009-06 à 2026-12.",
  territory: "Territoire",
  territories: { metropolitan: "métropole", overseas: "départements d’outre-mer", mayotte: "Mayotte" },
  regimes: "Règles",
  script: "À coller dans la page",
  scriptHint:
    "Le fichier ne change jamais : une nouvelle version a une autre adresse. L’empreinte (integrity) fait refuser tout autre contenu ; il reste alors le lien.",
  frame: "Si votre site retire les scripts : un cadre",
  frameHint:
    "Le second morceau, facultatif, donne au cadre la hauteur qu’il demande. Le serveur doit permettre l’affichage de frame.html dans un cadre, et la politique de votre site, s’il en a une, cette adresse dans frame-src. Là où ce second morceau est refusé, le cadre garde la hauteur de height.",
  link: "Ou un simple lien",
  linkText: "Ai-je droit à un tarif social pour internet ?",
  copy: "Copier",
  copied: "Copié.",
  preview: "Aperçu",
  how: "Où le coller",
  places: [
    ["WordPress", "dans un bloc « HTML personnalisé ». Sur wordpress.com, qui retire les scripts, prenez le cadre."],
    [
      "SPIP",
      "dans un article, entre les balises <html> et </html>, si le site l’autorise ; sinon dans un squelette ou un modèle.",
    ],
    ["Drupal", "dans un bloc dont le format de texte accepte le HTML complet."],
    [
      "À la main",
      "à l’endroit voulu du HTML. La ligne <script> peut être n’importe où ; une seule suffit pour plusieurs vérifications.",
    ],
  ],
  policy: "Si votre site a une politique de sécurité (CSP)",
  policyText: "Il suffit d’autoriser ce seul fichier par son empreinte ; ni WebAssembly, ni style, ni requête.",
  colours: "Changer les couleurs",
  coloursHint:
    "Donnez-les toutes ensemble, et choisissez plus haut les couleurs « claires » : celles des verdicts suivent le thème.",
  more: "Pour aller plus loin",
  details: [
    ['page="…"', "l’adresse de la page complète, quand ce n’est pas celle du site d’où vient le fichier."],
    [
      "tarif-social:result",
      "l’événement que votre page entend quand le visiteur appuie sur « Transmettre », jamais avant. Son champ detail contient version, month, territory et regimes (id, verdict true, false ou null, et saving, le gain par mois entre deux bornes, en centimes, si le visiteur a coché « avec les montants »).",
    ],
    [
      "::part()",
      "widget, title, group, result, regime, verdict, link, button : ce que votre feuille de style peut atteindre. Couleurs, arrondi et police se règlent par les propriétés ci-dessus.",
    ],
    [
      "Ce que votre page peut lire",
      "le formulaire est dans votre page : un script à vous peut lire ce qui y est tapé. Le cadre l’en empêche.",
    ],
    [
      "Si vous servez ces fichiers vous-même",
      "gardez les dossiers des versions précédentes, dont l’adresse est collée chez d’autres, et envoyez Access-Control-Allow-Origin: * avec le fichier, comme le font les fichiers d’en-têtes du site.",
    ],
  ],
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
  dateHint: "The year and the month, such as 2014-11, from 2009-06 to 2026-12.",
  territory: "Territory",
  territories: { metropolitan: "metropolitan France", overseas: "overseas departments", mayotte: "Mayotte" },
  regimes: "Rules",
  script: "To paste in the page",
  scriptHint:
    "The file never changes: a new version has another address. The hash (integrity) makes the browser refuse anything else; the link is then what is left.",
  frame: "If your site takes scripts out: a frame",
  frameHint:
    "The second piece, if you want it, gives the frame the height it asks for. The server must let frame.html be shown in a frame, and the policy of your site, if it has one, must allow this address in frame-src. Where this second piece is refused, the frame keeps its height.",
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
  coloursHint: "Give them all together, and choose the “light” colours above: those of the verdicts follow the theme.",
  more: "To go further",
  details: [
    ['page="…"', "the address of the full page, when it is not that of the site the file comes from."],
    [
      "tarif-social:result",
      "the event your page hears when the visitor presses “Give this result”, never before. Its detail holds version, month, territory and regimes (id, verdict true, false or null, and saving, what is saved a month between two bounds, in cents, if the visitor ticked “with the amounts”).",
    ],
    [
      "::part()",
      "widget, title, group, result, regime, verdict, link, button: what your style sheet can reach. Colours, radius and font are set by the properties above.",
    ],
    [
      "What your page can read",
      "the form is in your page: a script of yours can read what is typed. The frame prevents it.",
    ],
    [
      "If you serve these files yourself",
      "keep the folders of earlier versions, whose address is pasted elsewhere, and send Access-Control-Allow-Origin: * with the file, as the site's header files do.",
    ],
  ],
};

export const WORDS = { fr, en };
