// Runs the theme's search.js on a built site: node search.mjs FOLDER WORDS… writes one line of JSON
// for each of the words: what it says, its rows with [marks], and what each further press of 「続きを表示」
// does: the first is a double one, at the third the server fails.
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
  setAttribute() {}
  removeAttribute() {}
  focus() { Node.focused = this; }
}
const textOf = (kid) => typeof kid === "string" ? kid : kid.name === "mark" ? `[${kid.textContent}]` : kid.textContent;

for (const query of queries) {
  const parts = { "[role=status]": new Node("p"), ol: new Node("ol"), input: {}, "button[data-more]": new Node("button") };
  const place = { querySelector: (selector) => parts[selector] };
  let works = true;
  const fetch = (path) => {
    const file = folder + path;
    const bytes = () => readFileSync(file);
    return Promise.resolve({
      ok: works && existsSync(file),
      json: async () => JSON.parse(bytes()),
      arrayBuffer: async () => new Uint8Array(bytes()).buffer,
    });
  };
  runInNewContext(source, {
    document: { querySelector: () => place, createElement: (tag) => new Node(tag), title: "" },
    URLSearchParams, fetch, location: { search: `?q=${encodeURIComponent(query)}` },
  });
  const says = () => parts["[role=status]"].textContent;
  const settled = async () => {
    for (let turn = 0; turn < 1000 && (!says() || /います。$/.test(says())); turn++)
      await new Promise((resolve) => setImmediate(resolve));
  };
  await settled();
  const rows = () => parts.ol.kids.map((row) => row.kids.slice(0, 2).map(textOf));
  const told = { says: says(), rows: rows(), presses: [] };
  const more = parts["button[data-more]"];
  for (let press = 0; more.hidden === false && press < 20; press++) {
    works = press !== 2;
    const shown = parts.ol.kids.length;
    Node.focused = more;
    const first = more.onclick;
    first();
    if (press === 0) more.onclick?.();
    await settled();
    const focused = Node.focused === more ? "button" : parts.ol.kids[shown] === Node.focused ? "first new row" : "elsewhere";
    told.presses.push({ says: says(), rows: rows().length, hidden: more.hidden, focused });
  }
  console.log(JSON.stringify(told));
}
