// The site as Apache serves it with our .htaccess: links, headers, redirects, CSP.
import { readFileSync } from "node:fs";
import path from "node:path";

import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { LinkChecker } from "linkinator";

const links = async (site) => {
  const result = await new LinkChecker().check({
    path: `${site.url}/`,
    recurse: true,
    concurrency: 20,
    retryErrors: true, // a busy machine may let a kept connection time out
    retryErrorsCount: 2,
    linksToSkip: async (link) => !link.startsWith(site.url),
  });
  const broken = result.links.filter((link) => link.state === "BROKEN");
  const seen = result.links.filter((link) => link.state === "OK").length;
  return [broken.map((link) => `${link.status} ${link.url} on ${link.parent}`), `${seen} addresses`];
};

const ask = (site, address, options = {}) => fetch(site.url + address, { redirect: "manual", ...options });

const policy = async (site) => {
  const value = (await ask(site, "/")).headers.get("content-security-policy") ?? "";
  const found = new CspEvaluator(new CspParser(value).csp).evaluate();
  const bad = found.filter((each) => each.severity <= Severity.MEDIUM);
  const findings = bad.map((each) => `${each.directive} ${each.value ?? ""}: ${each.description}`);
  return [value ? findings : ["no Content-Security-Policy"], `${found.length} remarks`];
};

const cache = { page: "max-age=300", hashed: "public, max-age=31536000, immutable", media: "public, max-age=86400" };

const headers = async (site) => {
  const findings = [];
  const expect = async (address, status, wanted = {}, options = {}) => {
    const answer = await ask(site, address, options);
    if (answer.status !== status) findings.push(`${address}: ${answer.status}, not ${status}`);
    for (const [name, value] of Object.entries(wanted)) {
      const got = answer.headers.get(name) ?? "";
      if (value instanceof RegExp ? !value.test(got) : got !== value) findings.push(`${address}: ${name}: ${got}`);
    }
  };
  const named = (pattern) => `/${site.files.find((file) => pattern.test(file))}`;
  const safe = { "x-content-type-options": "nosniff", "referrer-policy": /strict-origin/, "permissions-policy": /camera=\(\)/ };
  await expect("/", 200, { ...safe, "content-type": /charset=utf-8/i, "cache-control": cache.page });
  await expect("/no-such-page/", 404, { ...safe, "content-type": /html/ });
  await expect("/kenmin", 301, { location: /\/kenmin\/$/ });
  await expect("/kenmin/index.html", 301, { location: /\/kenmin\/$/ });
  await expect(named(/style\.[0-9a-f]{8}\.css$/), 200, { "content-type": /text\/css/, "cache-control": cache.hashed });
  await expect(named(/card\.[0-9a-f]{16}\.png$/), 200, { "content-type": "image/png", "cache-control": cache.hashed });
  await expect(named(/media\/.*\.pdf$/), 200, { "cache-control": cache.media });
  await expect("/assets/search/index.json", 200, { "cache-control": "no-cache", "content-type": /json/ });
  await expect("/manifest.webmanifest", 200, { "content-type": /^application\/manifest\+json/ });
  await expect("/feed.xml", 200, { "content-type": /xml; charset=utf-8/i });
  await expect("/.well-known/security.txt", 200, { "content-type": /^text\/plain; charset=utf-8/i });
  for (const hidden of ["/.htaccess", "/.kakehashi-build"]) await expect(hidden, 403);
  for (const folder of ["/assets/", "/media/", "/assets/search/"]) await expect(folder, 404);
  await expect("/kenmin/", 200, { "content-encoding": "gzip" }, { headers: { "accept-encoding": "gzip" } });
  return [findings, "status and headers of 17 addresses"];
};

const redirects = async (site) => {
  const sample = JSON.parse(readFileSync(path.join(import.meta.dirname, "../../resources/sample/site.json"), "utf8"));
  const findings = [];
  for (const { from, target } of sample.redirects) {
    const answer = await ask(site, from);
    const location = answer.headers.get("location") ?? "";
    if (answer.status !== 301 || location !== site.url + target) findings.push(`${from}: ${answer.status} ${location}`);
  }
  return [findings, `${sample.redirects.length} old addresses`];
};

export const judges = { linkinator: links, "CSP evaluator": policy, headers, redirects };
