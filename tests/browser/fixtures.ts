import { test as base, expect } from "@playwright/test";

/**
 * `page` fails its test when the browser refuses something under the page's policy, when a script throws, or when
 * anything at all is asked of another host.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("blob:")) faults.push(request.url());
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };
