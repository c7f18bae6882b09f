// Runs the theme's search.js on a built site: node search.mjs FOLDER WORDS… writes one line of JSON
// for each of the words: what it says, and its rows with [marks].
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const [folder, ...queries] = process.argv.slice(2);
const name = readdirSync(`${folder}/assets`).find((file) => /^search\..*js$/.test(file));
const source = readFileSync(`${folder}/assets/${name}`, "utf8");

class Node {
  constructor(name) { this.name = name; this.kids = []; }
  append(...kids) { this.kids.push(...kids); }
  prepend(...kids) { this.kids.unshift(...kids); }
  set textContent(text) { this.kids = [text]; }
  get textContent() { return this.kids.map(textOf).join(""); }
  querySelector() { return this; }
  focus() {}
}
const textOf = (kid) => typeof kid === "string" ? kid : kid.name === "mark" ? `[${kid.textContent}]` : kid.textContent;

for (const query of queries) {
  const parts = { "[role=status]": new Node("p"), ol: new Node("ol"), input: {}, "button[data-more]": {} };
  const place = { querySelector: (selector) => parts[selector] };
  const pending = [];
  const fetch = (path) => {
    const file = folder + path;
    const bytes = () => readFileSync(file);
    const answer = Promise.resolve({
      ok: existsSync(file),
      json: async () => JSON.parse(bytes()),
      arrayBuffer: async () => new Uint8Array(bytes()).buffer,
    });
    pending.push(answer);
    return answer;
  };
  runInNewContext(source, {
    document: { querySelector: () => place, createElement: (tag) => new Node(tag), title: "" },
    URLSearchParams, fetch, location: { search: `?q=${encodeURIComponent(query)}` },
  });
  const says = () => parts["[role=status]"].textContent;
  for (let turn = 0; turn < 1000 && (!says() || says() === "検索しています。"); turn++)
    await new Promise((resolve) => setImmediate(resolve));
  console.log(JSON.stringify({ says: says(), rows: parts.ol.kids.map((row) => row.kids.slice(0, 2).map(textOf)) }));
}
