// Tools that others made judge the generated site: run by ctest as "judges", or by hand
//   node judge.mjs KAKEHASHI-CLI [WORK-FOLDER [PART-OF-A-JUDGE'S-NAME]]
// Exit codes: 0 all content, 1 something found, 77 a tool is missing (ctest: skipped).
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

const skip = (why) => {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
};

const firstOf = (names) =>
  names.find((name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0);

const tools = {
  java: firstOf(["java"]),
  chromium: firstOf(["chromium", "chromium-browser", "google-chrome"]),
  apache: firstOf(["apache2", "httpd", "/usr/sbin/apache2"]),
};
for (const [name, found] of Object.entries(tools))
  if (!found) skip(`${name} is not installed.`);
if (!["axe-core", "lighthouse", "schema-dts"].every((name) => existsSync(path.join(here, "node_modules", name)))) {
  const made = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"], {
    cwd: here, encoding: "utf8",
  });
  if (made.status !== 0) skip(`npm ci in tests/judges did not work:\n${made.stderr}`);
}

const [cli, wanted, only = ""] = process.argv.slice(2);
const work = wanted ?? mkdtempSync(path.join(tmpdir(), "kakehashi-judges-"));
mkdirSync(work, { recursive: true });
chmodSync(work, 0o755); // started by root, Apache reads as nobody
const run = (...words) => execFileSync(cli, words, { stdio: ["ignore", "ignore", "inherit"] });

const filesBelow = (folder, base = folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(place, base) : [path.relative(base, place)];
  });

let failures = 0;
const judged = async (name, judge) => {
  const from = Date.now();
  let findings;
  let note = "";
  try {
    [findings, note = ""] = await judge();
  } catch (error) {
    findings = [error.stack];
  }
  failures += findings.length;
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(`${findings.length ? "FOUND" : "OK   "} ${name} ${seconds} s ${note}`);
  for (const finding of findings.slice(0, 40)) console.log(`      ${finding}`);
};

const { startApache } = await import("./apache.mjs");
const judges = {
  markup: await import("./markup.mjs"),
  structured: await import("./structured.mjs"),
  server: await import("./server.mjs"),
  browser: await import("./browser.mjs"),
  lighthouse: await import("./lighthouse.mjs"),
};

// The theme that ships as the standard is judged by all. The small one shows that themes can be
// replaced: it has neither search nor scripts, and is judged by what every site must hold.
const everyTheme = ["Nu HTML checker", "html-validate", "structured data", "linkinator", "CSP evaluator", "axe-core", "long texts"];
const themes = [
  { name: "standard", isJudgedBy: () => true },
  { name: "plain", isJudgedBy: (judge) => everyTheme.includes(judge) },
];

const judgeTheme = async ({ name, isJudgedBy }) => {
  const folder = path.join(work, name);
  const publicFolder = path.join(folder, "public");
  if (!existsSync(path.join(folder, "site"))) {
    mkdirSync(folder, { recursive: true });
    run("site", "new", path.join(folder, "site"), "--sample");
    if (name !== "standard") run("site", "theme", path.join(folder, "site"), "--use", name);
  }
  run("build", path.join(folder, "site"), "--out", publicFolder, "--as-of", "2026-04-01T09:00");
  const apache = await startApache(tools.apache, publicFolder, folder);
  try {
    const site = {
      ...tools,
      folder: publicFolder,
      url: apache.url,
      files: filesBelow(publicFolder).sort(),
      bytes: (file) => statSync(path.join(publicFolder, file)).size,
    };
    site.pages = site.files.filter((file) => file.endsWith(".html"));
    for (const group of Object.values(judges))
      for (const [judge, ask] of Object.entries(group.judges))
        if (judge.includes(only) && isJudgedBy(judge)) await judged(`${name}: ${judge}`, () => ask(site));
  } finally {
    await apache.stop();
  }
};

try {
  for (const theme of themes) await judgeTheme(theme);
} finally {
  if (!wanted) rmSync(work, { recursive: true, force: true });
}
console.log(failures ? `${failures} findings` : "nothing found");
process.exit(failures ? 1 : 0);
