import type { HtmlTagDescriptor, Plugin } from "vite";

/** The pages that visitors open and search engines may list. */
export const PAGES = ["index.html", "compare.html", "embed.html", "method.html", "papier.html"];

/** What links to the site show: made from `card.svg` by `scripts/card.mjs`. */
const CARD = { file: "card.png", width: "1200", height: "630" };

/** Where the site will stand, when the build is told: `SITE=https://example.org/tarif/ make page`. */
function site(): string | undefined {
  const text = process.env.SITE;
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE is \`${text}\`: give the address of the folder of the site, such as https://example.org/tarif/`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The folder of the site on its host: the root when the build is not told. */
export const home = () => new URL(site() ?? "http://localhost/").pathname;

/** Whether the build knows the folder of the site. */
export const knowsHome = () => site() !== undefined;

const address = (page: string) => `${site()}${page.replace(/^index\.html$/, "")}`;

/**
 * Tells those who show links to the site what its pages are, in the words of their own title and description. Pictures,
 * canonical links and the map for search engines need whole addresses: they are left out when nobody gave the site's.
 */
export function addressed(): Plugin {
  return {
    name: "addressed",
    apply: "build",
    transformIndexHtml: (html, { path }) => {
      const [title, description] = [/<title>(.*?)</, /name="description" content="(.*?)"/].map(
        (of) => of.exec(html)?.[1] ?? "",
      );
      const told: Record<string, string> = { title: title ?? "", description: description ?? "" };
      const tags: HtmlTagDescriptor[] = [];
      if (site()) {
        const url = address(path.slice(1));
        Object.assign(told, {
          type: "website",
          locale: "fr_FR",
          url,
          image: address(CARD.file),
          "image:width": CARD.width,
          "image:height": CARD.height,
        });
        told["image:alt"] = "Ai-je droit à un tarif social pour internet ? Oui, non, ou ce qui manque pour le dire.";
        tags.push({ tag: "link", attrs: { rel: "canonical", href: url } });
        tags.push({ tag: "meta", attrs: { name: "twitter:card", content: "summary_large_image" } });
      }
      const graph = Object.entries(told).map(([name, content]) => ({
        tag: "meta",
        attrs: { property: `og:${name}`, content },
      }));
      return [...tags, ...graph].map((tag) => ({ ...tag, injectTo: "head" }));
    },
    generateBundle() {
      if (!site()) return;
      const put = (fileName: string, source: string) => this.emitFile({ type: "asset", fileName, source });
      const urls = PAGES.map((page) => `  <url><loc>${address(page)}</loc></url>`).join("\n");
      put(
        "sitemap.xml",
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
      );
      put("robots.txt", `User-agent: *\nAllow: /\n\nSitemap: ${address("sitemap.xml")}\n`);
    },
  };
}
