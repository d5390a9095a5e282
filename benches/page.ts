// What a visitor feels, in Chromium: run as `benches/page.config.ts` says. Each measure asserts the answer shown; none is a
// test, as they depend on the machine.
import { readdirSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { begin, NO_INCOME, result, title, verdict, walk } from "../tests/browser/journey.ts";

const [version = ""] = readdirSync(new URL("../www/dist/widget/", import.meta.url));

/** The middle and the end of some times, in words. */
function spread(times: number[]): string {
  if (times.length === 0) return "none";
  const sorted = times.sort((one, other) => one - other).map((time) => time.toFixed(0));
  return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`;
}

async function slowed(page: Page, times: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}

/** A line of Chromium's own trace, in microseconds; `tts` and `tdur` are of the processor, whatever else it does. */
interface Line {
  name: string;
  tid: number;
  ts: number;
  tts: number;
  dur?: number;
  tdur?: number;
  args?: { chrome_mojo_event_info?: { mojo_interface_tag?: string } };
}

/** Whether a line is of what drives the browser, whose scripts run in the page's thread. */
const driver = ({ args }: Line) =>
  args?.chrome_mojo_event_info?.mojo_interface_tag?.endsWith("DevToolsSession") === true;

/** What Chromium traced on the thread of the page while `act` ran. */
async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Line[]> {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await act();
  await page.evaluate(() => performance.mark("the page"));
  const lines: Line[] = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  const thread = lines.find(({ name }) => name === "the page")?.tid;
  return lines.filter(({ tid }) => tid === thread);
}

test("the widget's first interaction, as soon as its page is loaded, on a processor four times slower", async ({
  browser,
  baseURL,
}) => {
  const [elapsed, worked]: [number[], number[]] = [[], []];
  for (let run = 0; run < 15; run++) {
    const page = await browser.newPage();
    await slowed(page, 4);
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: `<!doctype html><html lang="fr"><title>Association</title><tarif-social date="2026-11"></tarif-social><script charset="utf-8" src="./widget/${version}/tarif-social.js" defer></script>`,
      }),
    );
    // From the load of the page to the picture that shows what the first answer changed.
    await page.addInitScript(() => {
      addEventListener("load", () => {
        performance.mark("loaded");
        document.querySelector("tarif-social")?.shadowRoot?.querySelector<HTMLElement>("[data-input=rsa]")?.click();
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => performance.mark("painted");
          painted.port2.postMessage(null);
        });
      });
    });
    const lines = await traced(browser, page, async () => {
      await page.goto(`${baseURL}host.html`);
      // What drives the browser puts scripts of its own in the page to look at it: not while it is measured.
      await new Promise((done) => setTimeout(done, 1500));
      await expect(page.getByRole("listitem").filter({ hasText: "RSA entier" }).first()).toContainText("Oui");
      await expect.poll(() => page.evaluate(() => performance.getEntriesByName("painted").length)).toBe(1);
    });
    const [from, to] = ["loaded", "painted"].map((mark) => lines.find(({ name }) => name === mark));
    if (!from || !to) throw new Error("the trace has no mark");
    elapsed.push((to.ts - from.ts) / 1000);
    worked.push((to.tts - from.tts) / 1000);
    await page.close();
  }
  console.log(`widget, first interaction after load, processor ÷ 4: ${spread(elapsed)}, at work ${spread(worked)}`);
});

for (const slower of [1, 4]) {
  test(`what moves and what blocks on the way to a verdict, processor ÷ ${slower}`, async ({ browser, page }) => {
    await slowed(page, slower);
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(document, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
          if (!entry.hadRecentInput) seen.shift += entry.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    const lines = await traced(browser, page, async () => {
      await begin(page, "2014-11");
      await walk(page, NO_INCOME);
      await result(page);
      expect(await verdict(page, "R1")).toBe("eligible");
      await expect(title(page)).toHaveText(/^Oui/);
    });
    const shift = await page.evaluate(() => (document as Document & { seen?: { shift: number } }).seen?.shift);
    const driven = lines.filter(driver);
    const inside = ({ ts, dur = 0 }: Line) => driven.some((line) => line.ts >= ts && line.ts < ts + dur);
    const tasks = lines.filter((line) => line.name === "ThreadControllerImpl::RunTask" && !inside(line));
    const long = (times: (number | undefined)[]) => times.map((time = 0) => time / 1000).filter((time) => time > 50);
    const [elapsed, worked] = [long(tasks.map(({ dur }) => dur)), long(tasks.map(({ tdur }) => tdur))];
    expect(tasks.length).toBeGreaterThan(100);
    console.log(`citizen page, processor ÷ ${slower}: layout shift ${shift}`);
    console.log(
      `  tasks over 50 ms: ${elapsed.length}, ${spread(elapsed)}; at work ${worked.length}, ${spread(worked)}`,
    );
  });
}
