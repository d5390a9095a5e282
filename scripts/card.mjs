// Draws the picture that links to the site show, www/public/card.png, from www/card.svg: `node scripts/card.mjs`, after a
// change of the drawing. The fonts are those of this machine, so the picture is committed; it says which drawing it is of.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { chromium } from "@playwright/test";

const drawing = readFileSync("www/card.svg", "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<!doctype html><style>body { margin: 0 } svg { display: block }</style>${drawing}`);
const png = await page.screenshot();
await browser.close();

/** A part of a PNG file: https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type, data) {
  const [size, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.from(type + data, "latin1")];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

const note = chunk("tEXt", `Source\0${createHash("sha256").update(drawing).digest("hex")}`);
const header = 8 + 25; // the signature and the first part, which must come first
writeFileSync("www/public/card.png", Buffer.concat([png.subarray(0, header), note, png.subarray(header)]));
