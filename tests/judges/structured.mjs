// What pages say of themselves to machines: schema.org's vocabulary as TypeScript's compiler knows it.
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import ts from "typescript";

const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g;

// "query-input" and its like say how to fill a template in (schema.org/docs/actions.html); they are no
// properties of the vocabulary.
const withoutInputs = (key, value) => (key.endsWith("-input") ? undefined : value);

// Pages of one make differ in words only: one of them is enough.
const shapeOf = (json) =>
  JSON.stringify(json, (key, value) => (typeof value === "string" && key !== "@type" ? "text" : value));

const graphsOf = (site) => {
  const findings = [];
  const byShape = new Map();
  let count = 0;
  for (const file of site.pages) {
    const found = [...readFileSync(path.join(site.folder, file), "utf8").matchAll(script)];
    if (found.length === 0 && file !== "404.html") findings.push(`${file} says nothing of itself`);
    for (const [, text] of found) {
      const graph = JSON.parse(text);
      if (graph["@context"] !== "https://schema.org") findings.push(`${file}: @context ${graph["@context"]}`);
      byShape.set(shapeOf(graph), { file, text: JSON.stringify(graph, withoutInputs) });
      count += 1;
    }
  }
  return { findings, graphs: [...byShape.values()], count };
};

// Every "@id" that is only named must be described in the same graph.
const danglingIn = ({ file, text }) => {
  const described = new Set();
  const named = [];
  const walk = (value) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== "object") return;
    const keys = Object.keys(value);
    if (value["@id"]) keys.length > 1 ? described.add(value["@id"]) : named.push(value["@id"]);
    keys.forEach((key) => walk(value[key]));
  };
  walk(JSON.parse(text));
  return named.filter((id) => !described.has(id)).map((id) => `${file}: ${id} is named and not described`);
};

const compile = (graphs) => {
  const folder = mkdtempSync(path.join(tmpdir(), "kakehashi-structured-"));
  try {
    symlinkSync(path.join(import.meta.dirname, "node_modules"), path.join(folder, "node_modules"));
    const file = path.join(folder, "graphs.ts");
    const lines = graphs.map(({ text }, at) => `export const graph${at}: Graph = ${text};`);
    writeFileSync(file, ['import type { Graph } from "schema-dts";', ...lines].join("\n"));
    const program = ts.createProgram([file], { noEmit: true, strict: true, skipLibCheck: true, types: [] });
    return ts.getPreEmitDiagnostics(program).map((each) => {
      const at = each.file?.getLineAndCharacterOfPosition(each.start).line ?? 0;
      return `${graphs[at - 1]?.file}: ${ts.flattenDiagnosticMessageText(each.messageText, " ").slice(0, 400)}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const structured = (site) => {
  const { findings, graphs, count } = graphsOf(site);
  return [[...findings, ...graphs.flatMap(danglingIn), ...compile(graphs)], `${count} graphs of ${graphs.length} makes`];
};

export const judges = { "structured data": structured };
