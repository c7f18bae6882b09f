// The site in Chromium: axe on every page in four appearances, zoom, search, no script at all.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] };
// Colours are all that a dark scheme changes.
const colours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };
const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
const zoomed = { width: 320, height: 256 }; // 1280 × 1024 at 400 %

const addressOf = (file) => `/${file.replace(/index\.html$/, "")}`;

const withBrowser = async (site, use) => {
  const browser = await chromium.launch({
    executablePath: `/usr/bin/${site.chromium}`,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
};

const watch = (page, findings) => {
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) findings.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => findings.push(`${page.url()}: ${error.message}`));
  // Nothing but the site itself is asked for anything.
  page.route((url) => url.hostname !== "127.0.0.1", (route) => route.abort());
};

const violations = async (page, options, where, findings) => {
  const result = await page.evaluate((chosen) => globalThis.axe.run(document, chosen), options);
  for (const each of result.violations)
    for (const node of each.nodes) findings.push(`${where}: ${each.id} ${node.target.join(" ")} ${node.failureSummary.replaceAll("\n", " ")}`);
};

const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const lookAt = async (page, site, file, findings) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(desktop);
  await page.goto(site.url + addressOf(file), { waitUntil: "load" });
  await page.evaluate(axe);
  await violations(page, everything, `${file} desktop light`, findings);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await violations(page, colours, `${file} desktop dark`, findings);
  await page.setViewportSize(phone);
  await violations(page, colours, `${file} phone dark`, findings);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await violations(page, everything, `${file} phone light`, findings);
  if ((await scrollsSideways(page)) > 0) findings.push(`${file} scrolls sideways at 360 pixels`);
  await page.setViewportSize(zoomed);
  if ((await scrollsSideways(page)) > 0) findings.push(`${file} scrolls sideways at 400 %`);
};

const accessibility = (site) =>
  withBrowser(site, async (browser) => {
    const findings = [];
    const left = [...site.pages];
    const worker = async () => {
      const page = await browser.newPage();
      watch(page, findings);
      for (let file = left.shift(); file; file = left.shift()) await lookAt(page, site, file, findings);
    };
    await Promise.all([worker(), worker()]);
    return [findings, `${site.pages.length} pages × light, dark × phone, desktop`];
  });

// As wide as a phone, with text of any length wherever people may type: no part may push the page
// aside. A word that cannot be broken is 24 signs long.
const longTexts = (site) =>
  withBrowser(site, async (browser) => {
    const findings = [];
    const page = await browser.newPage({ viewport: phone });
    watch(page, findings);
    const kinds = new Map();
    for (const file of site.pages) {
      await page.goto(site.url + addressOf(file), { waitUntil: "load" });
      const kind = await page.evaluate(() => document.body.className || document.title);
      if (kinds.has(kind)) continue;
      kinds.set(kind, file);
      for (const text of ["地球温暖化対策実行計画推進協議会事務局長代理補佐", "Klimaschutzkoordinatorin"]) {
        const wide = await page.evaluate((word) => {
          const fixed = "script, style, svg, noscript, button, .skip-link, .visually-hidden, .site-menu__button";
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const all = [];
          while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest(fixed)) all.push(texts.currentNode);
          for (const each of all) each.data = word;
          if (document.documentElement.scrollWidth <= innerWidth) return [];
          return all.map((each) => each.parentElement).filter((each) => !each.closest(".table-scroll") && each.getBoundingClientRect().right > innerWidth)
            .map((each) => `${each.tagName.toLowerCase()}.${each.className} in ${each.parentElement.className}`);
        }, text);
        for (const each of new Set(wide)) findings.push(`${file}: ${each} is wider than a phone with “${text}”`);
      }
    }
    return [findings, `${kinds.size} kinds of pages`];
  });

// 「続きを表示」 pressed twice at once on a slow line, and once while the server has nothing to give.
const searchOnASlowLine = async (browser, site, findings) => {
  const page = await browser.newPage({ viewport: desktop });
  watch(page, findings);
  let works = true;
  await page.route("**/assets/search/**", async (route) => {
    if (!works) return route.fulfill({ status: 404 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return route.continue();
  });
  await page.goto(`${site.url}/search/?q=${encodeURIComponent("県")}`);
  const status = page.getByRole("status");
  const more = page.getByRole("button", { name: "続きを表示" });
  await status.filter({ hasText: "見つかりました" }).waitFor();
  let failed = false;
  while (await more.isVisible()) {
    const before = await page.locator(".search-result").count();
    works = failed || before < 30;
    await more.focus();
    await page.evaluate(() => [1, 2].forEach(() => document.activeElement.click()));
    await status.filter({ hasText: "ませんでした" }).or(status.filter({ hasText: "見つかりました" })).waitFor();
    const said = await status.textContent();
    const focused = await page.evaluate(() => document.activeElement.tagName);
    if (!works && (focused !== "BUTTON" || !said.includes("もう一度"))) findings.push(`no answer: ${said} Focus on ${focused}`);
    if (works && focused !== "A") findings.push(`after “more” ${focused} is focused`);
    failed ||= !works;
  }
  const paths = await page.locator(".search-result a").evaluateAll((links) => links.map((link) => link.href));
  if (new Set(paths).size !== paths.length) findings.push(`results stand there twice: ${paths.length}`);
  if (!failed || !(await status.textContent()).includes(`${paths.length}件見つかりました`)) findings.push(`${paths.length} rows, told: ${await status.textContent()}`);
};

const search = (site) =>
  withBrowser(site, async (browser) => {
    const findings = [];
    const page = await browser.newPage({ viewport: desktop });
    watch(page, findings);
    let bytes = 0;
    page.on("response", async (answer) => {
      if (answer.url().includes("/assets/search/")) bytes += (await answer.body()).length;
    });
    await page.goto(`${site.url}/`);
    await page.locator(".site-header__bar > .site-search input").focus();
    await page.keyboard.type("ぜろかーぼん アワード");
    await page.keyboard.press("Enter");
    const status = page.getByRole("status");
    await status.filter({ hasText: "件見つかりました" }).waitFor();
    const found = await page.locator(".search-result").count();
    if (found < 3) findings.push(`${found} results`);
    if (bytes > 60_000) findings.push(`${bytes} bytes read for a first query`);
    const mark = await page.locator(".search-result mark").count();
    if (!mark) findings.push("nothing is marked in the results");
    await page.evaluate(axe);
    await violations(page, everything, "results", findings);
    const told = await status.textContent();
    const more = page.getByRole("button", { name: "続きを表示" });
    if (await more.isVisible()) {
      await more.press("Enter");
      await page.locator(".search-result >> nth=10").waitFor();
      const focused = await page.evaluate(() => document.activeElement.closest("li")?.matches(":nth-child(11)"));
      if (!focused) findings.push("the first new result is not focused");
    }
    await page.goto(`${site.url}/search/?q=${encodeURIComponent("存在しない言葉")}`);
    await status.filter({ hasText: "見つかりませんでした" }).waitFor();
    await searchOnASlowLine(browser, site, findings);
    return [findings, `${told} ${bytes} bytes`];
  });

const withoutScript = (site) =>
  withBrowser(site, async (browser) => {
    const findings = [];
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const page = await context.newPage();
    await page.goto(`${site.url}/search/?q=a`);
    const links = await page.locator(".page-index a").count();
    if (links < 30) findings.push(`the list of pages has ${links} links`);
    await page.goto(`${site.url}/`);
    await page.locator(".site-menu summary").click();
    if (!(await page.locator(".site-menu__panel a").first().isVisible())) findings.push("the menu does not open");
    return [findings, `${links} links in the list of pages`];
  });

export const judges = { "axe-core": accessibility, "long texts": longTexts, search, "without JavaScript": withoutScript };
