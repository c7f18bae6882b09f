// The files as they are: Nu HTML checker, html-validate, weights.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { HtmlValidate } from "html-validate";

const here = path.dirname(fileURLToPath(import.meta.url));

const nu = (site) => {
  const jar = path.join(here, "node_modules/vnu-jar/build/dist/vnu.jar");
  const files = site.pages.map((page) => path.join(site.folder, page));
  const ran = spawnSync(site.java, ["-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--stdout", ...files], {
    encoding: "utf8", maxBuffer: 1 << 28,
  });
  const { messages } = JSON.parse(ran.stdout);
  // "info" is no warning: CommonMark writes <br />.
  const serious = messages.filter((each) => each.type === "error" || each.subType === "warning");
  const told = serious.map((each) => `${each.url} ${each.lastLine}: ${each.subType ?? each.type}: ${each.message}`);
  return [told, `${files.length} files`];
};

const htmlValidate = async (site) => {
  const validate = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document"],
    rules: {
      // Matters of taste that HTML leaves open.
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "require-sri": "off",
      "void-style": "off", // CommonMark writes <br />
      // Japanese addresses use － and telephone numbers stand in running text.
      "tel-non-breaking": "off",
    },
  });
  const findings = [];
  for (const page of site.pages) {
    const report = await validate.validateString(readFileSync(path.join(site.folder, page), "utf8"), page);
    for (const result of report.results)
      for (const each of result.messages)
        findings.push(`${page}:${each.line}:${each.column} ${each.ruleId}: ${each.message}`);
  }
  return [findings, `${site.pages.length} files`];
};

// A page with the style sheets and scripts that it loads.
const weightOf = (site, page) => {
  const html = readFileSync(path.join(site.folder, page), "utf8");
  const loaded = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  return [page, ...loaded].reduce((sum, file) => sum + site.bytes(file), 0);
};

const weights = (site) => {
  const scripts = site.files.filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + site.bytes(file), 0);
  const findings = scripts > 14_000 ? [`${scripts} bytes of JavaScript`] : [];
  const topics = site.pages.filter((page) => page.startsWith("topics/") && !page.includes("/page/"));
  const weighed = topics.map((page) => [weightOf(site, page), page]).sort(([a], [b]) => b - a);
  for (const [weight, page] of weighed)
    if (weight > 60_000) findings.push(`${page}: ${weight} bytes with style and scripts`);
  return [findings, `all scripts ${scripts} bytes, heaviest topic with style and scripts ${weighed[0].join(" bytes, ")}`];
};

export const judges = { "Nu HTML checker": nu, "html-validate": htmlValidate, weights };
