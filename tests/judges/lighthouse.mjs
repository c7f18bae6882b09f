// Lighthouse as on a phone with a slow line, on five kinds of pages.
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const program = path.join(import.meta.dirname, "node_modules/lighthouse/cli/index.js");
const wanted = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const kinds = ["/", "/topics/", "/topics/2025-daisakusen-report/", "/kenmin/", "/events/2025-meeting/"];
// Its own work on a busy machine counts as the page's: the best of some runs is the page's. There it
// may also lose the browser's trace and asks to be run again.
const tries = 3;
// The same page on a slow machine has another score: it takes the times of a phone as four times those
// measured here. So the performance is judged only where Lighthouse finds a quick desktop and gives the
// home page without style, pictures and scripts the full score; elsewhere it is told. What no machine
// changes, how far things jump about, is judged everywhere.
const quickDesktop = 2000;
const bare = "/bare-page-for-lighthouse.html";
const mayJump = 0.02;
const lostTrace = /Runtime error encountered.*\bNO_[A-Z_]+\b/s;

const run = (site, address, output) =>
  new Promise((resolve, reject) => {
    const words = [program, site.url + address, "--quiet", "--output=json", `--output-path=${output}`,
      `--only-categories=${Object.keys(wanted).join(",")}`, "--no-enable-error-reporting",
      "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu"];
    const child = spawn(process.execPath, words, {
      env: { ...process.env, CHROME_PATH: `/usr/bin/${site.chromium}` }, stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (bytes) => (said += bytes));
    child.on("exit", (code) =>
      code === 0 ? resolve(JSON.parse(readFileSync(output, "utf8"))) : reject(new Error(said)));
  });

const scoresOf = (report) =>
  Object.fromEntries(Object.keys(wanted).map((name) => [name, Math.round(report.categories[name].score * 100)]));

const failed = (report, category) =>
  report.categories[category].auditRefs
    .map(({ id, weight }) => ({ ...report.audits[id], weight }))
    .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit.id}${audit.displayValue ? ` (${audit.displayValue})` : ""}`)
    .join(", ");

/// The best of some runs, as { report, scores }.
const bestOf = async (site, address) => {
  let best;
  let lost;
  for (let i = 0; i < tries && !(best && best.scores.performance >= wanted.performance); ++i) {
    const report = await run(site, address, path.join(site.folder, "..", "lighthouse.json")).catch((error) => {
      if (!lostTrace.test(error.message)) throw error;
      lost = error;
    });
    if (!report) continue;
    const scores = scoresOf(report);
    if (!best || scores.performance > best.scores.performance) best = { report, scores };
  }
  if (!best) throw lost;
  return best;
};

const barePage = (html) =>
  html
    .replace(/<(script|svg|picture|style)\b.*?<\/\1>/gs, "")
    .replace(/<(link|img)\b[^>]*>/g, "");

/// Whether this machine, now, is quick enough for a page's performance to be the page's own.
const isQuick = async (site, report) => {
  if (report.environment.benchmarkIndex < quickDesktop) return false;
  const file = path.join(site.folder, bare);
  writeFileSync(file, barePage(readFileSync(path.join(site.folder, "index.html"), "utf8")));
  try {
    return (await bestOf(site, bare)).scores.performance === 100;
  } finally {
    rmSync(file);
  }
};

const lighthouse = async (site) => {
  const findings = [];
  const rows = [];
  for (const address of kinds) {
    const { report, scores } = await bestOf(site, address);
    rows.push(`${address} ${Object.values(scores).join("/")}`);
    const jumps = report.audits["cumulative-layout-shift"].numericValue;
    if (jumps > mayJump) findings.push(`${address}: things jump about, cumulative layout shift ${jumps.toFixed(3)}`);
    for (const [name, least] of Object.entries(wanted)) {
      if (scores[name] >= least) continue;
      if (name === "performance" && !(await isQuick(site, report))) rows.push("(not judged: a slow machine)");
      else findings.push(`${address}: ${name} ${scores[name]}: ${failed(report, name)}`);
    }
  }
  return [findings, `(performance/accessibility/best practices/SEO) ${rows.join(" · ")}`];
};

export const judges = { Lighthouse: lighthouse };
