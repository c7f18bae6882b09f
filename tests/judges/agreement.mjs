// How far our check engine, axe-core and the Nu HTML checker agree on planted pages, by rule:
//   node agreement.mjs TEST-CHECK-HTMLRULES
// The program judges its own tables (each bad page must be found, no good one) and keeps the pages;
// then the others look at the same pages. A good page of ours that one of them calls bad by the same
// rule is a disagreement and fails.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Where rules overlap: ids of axe, words in what Nu says.
const same = {
  "image-alt": { axe: ["image-alt", "input-image-alt", "area-alt"], nu: /alt/ },
  "image-alt-repeats": { axe: ["image-redundant-alt"] },
  "link-name": { axe: ["link-name"] },
  "heading-order": { axe: ["heading-order"] },
  "heading-empty": { axe: ["empty-heading"], nu: /[Ee]mpty heading/ },
  "frame-title": { axe: ["frame-title"] },
  "form-label": { axe: ["label", "button-name", "select-name", "input-button-name"] },
  "media-autoplay": { axe: ["no-autoplay-audio"] },
  "media-captions": { axe: ["video-caption"] },
  "duplicate-id": { axe: ["duplicate-id-aria"], nu: /Duplicate ID/ },
  "aria-reference": { axe: ["aria-valid-attr-value"], nu: /must (point|refer)|aria-/ },
  "positive-tab-index": { axe: ["tabindex"] },
  "document-obsolete": { axe: ["blink", "marquee"], nu: /obsolete|not allowed/ },
  "document-language": { axe: ["html-has-lang", "html-lang-valid", "valid-lang"], nu: /lang/ },
  "document-title": { axe: ["document-title"], nu: /title/ },
  "document-charset": { nu: /encoding|charset/ },
  "document-doctype": { nu: /doctype/i },
  "document-refresh": { axe: ["meta-refresh", "meta-refresh-no-exceptions"] },
  "document-viewport": { axe: ["meta-viewport", "meta-viewport-large"] },
  "document-landmarks": { axe: ["landmark-one-main", "region"] },
  "document-skip-link": { axe: ["skip-link", "bypass"] },
};

// Clean pages of ours that they call bad, and why we keep our mind.
const known = {
  "media-captions/good-1.html": "subtitles count as captions: most players show nothing else",
  "duplicate-id/good-2.html": "an empty id is an error of its own, not a duplicate",
};

const here = import.meta.dirname;
const skip = (why) => {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
};
const has = (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
for (const tool of ["java", "chromium"]) if (!has(tool)) skip(`${tool} is not installed.`);
if (!existsSync(path.join(here, "node_modules", "axe-core"))) skip("npm ci was not run in tests/judges.");
const { chromium } = await import("playwright-core");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const folder = mkdtempSync(path.join(tmpdir(), "kakehashi-planted-"));

const plant = (program) => {
  const ran = spawnSync(program, ["findsMistakesAndNothingElse", "findsWhatTheThemeLacks"], {
    encoding: "utf8", env: { ...process.env, KAKEHASHI_PLANTED: folder, QT_QPA_PLATFORM: "offscreen" },
  });
  return ran.status === 0;
};

const pagesOf = (rule) =>
  existsSync(path.join(folder, rule)) ? readdirSync(path.join(folder, rule)).sort().map((name) => path.join(folder, rule, name)) : [];

const askNu = (files) => {
  const jar = path.join(here, "node_modules/vnu-jar/build/dist/vnu.jar");
  const ran = spawnSync("java", ["-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--stdout", ...files], {
    encoding: "utf8", maxBuffer: 1 << 28,
  });
  const said = new Map(files.map((file) => [pathToFileURL(file).href.replace("file:///", "file:/"), []]));
  for (const { url, message } of JSON.parse(ran.stdout).messages) said.get(url)?.push(message);
  return (file) => said.get(pathToFileURL(file).href.replace("file:///", "file:/")) ?? [];
};

const askAxe = async (files) => {
  const ids = [...new Set(Object.values(same).flatMap(({ axe: own = [] }) => own))];
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ offline: true });
  const said = new Map();
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  for (const file of files) {
    try {
      // Pages that would go elsewhere are read as text, so that they stay.
      await page.goto("about:blank");
      await page.setContent(readFileSync(file, "utf8").replace(/http-equiv=(['"]?)refresh/i, "data-$&"), { waitUntil: "domcontentloaded" });
      await page.evaluate(() => document.querySelectorAll("[data-http-equiv]").forEach((meta) => meta.setAttribute("http-equiv", "refresh")));
      await page.evaluate(axe);
      const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "rule", values }, resultTypes: ["violations", "incomplete"] }), ids);
      said.set(file, [...result.violations, ...result.incomplete].map(({ id }) => id));
    } catch (error) {
      said.set(file, [`error: ${error.message.split("\n")[0]}`]);
    }
  }
  await browser.close();
  return (file) => said.get(file) ?? [];
};

const cell = (text, width) => String(text).padEnd(width);

let failures = 0;
try {
  const ours = plant(process.argv[2]);
  const rules = Object.keys(same).filter((rule) => pagesOf(rule).length > 0);
  const files = rules.flatMap(pagesOf);
  const nu = askNu(files);
  const axeSays = await askAxe(files);
  console.log(`${cell("rule", 22)}${cell("planted", 9)}${cell("ours", 8)}${cell("axe", 8)}${cell("Nu", 8)}clean pages that they call bad`);
  const sums = { planted: 0, axe: 0, axeOf: 0, nu: 0, nuOf: 0 };
  for (const rule of rules) {
    const { axe: ids, nu: words } = same[rule];
    const byAxe = (file) => ids && axeSays(file).some((id) => ids.includes(id));
    const byNu = (file) => words && nu(file).some((message) => words.test(message));
    const pages = pagesOf(rule);
    const bad = pages.filter((file) => path.basename(file).startsWith("bad"));
    const objections = pages.filter((file) => !bad.includes(file) && (byAxe(file) || byNu(file)));
    const axeFound = bad.filter(byAxe).length;
    const nuFound = bad.filter(byNu).length;
    sums.planted += bad.length;
    if (ids) (sums.axe += axeFound), (sums.axeOf += bad.length);
    if (words) (sums.nu += nuFound), (sums.nuOf += bad.length);
    const nameOf = (file) => `${rule}/${path.basename(file)}`;
    failures += objections.filter((file) => !(nameOf(file) in known)).length;
    console.log(`${cell(rule, 22)}${cell(bad.length, 9)}${cell(ours ? bad.length : "?", 8)}${cell(ids ? axeFound : "-", 8)}${cell(words ? nuFound : "-", 8)}${objections.map((file) => path.basename(file) + (nameOf(file) in known ? ` (${known[nameOf(file)]})` : "")).join(" ")}`);
  }
  const share = (part, whole) => `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
  console.log(`Of ${sums.planted} mistakes where rules overlap ours finds ${ours ? "all" : "not all"}, axe ${share(sums.axe, sums.axeOf)}, Nu ${share(sums.nu, sums.nuOf)}.`);
  if (!ours) ++failures;
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
}
process.exit(failures ? 1 : 0);
