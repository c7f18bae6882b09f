// Site search in the browser: reads only the parts of the index that the words need.
// core/render/search makes the index; folding, terms and hashes are the same there.
"use strict";
{
  const place = document.querySelector("[data-search]");
  const words = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  const base = "/assets/search/";
  const shown = 10;
  const mark = 0x800000;

  const fold = (text) =>
    text.normalize("NFKC").toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

  const japanese = "\\u3005\\u3007\\u3041-\\u3096\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const run = new RegExp(`[${japanese}]+|[a-z0-9\\u00c0-\\u024f\\u0370-\\u04ff]+`, "g");
  const startsJapanese = new RegExp(`^[${japanese}]`);
  const spread = (term) => Math.imul(term, 0x9e3779b1) >>> 0;

  // The first, last and middle pair of a run find it well enough, and few files are read.
  const pairsOf = (piece, most) => {
    const last = piece.length - 2;
    const places = most < 2 || last < 1 ? [0] : most < 3 || last < 3 ? [0, last] : [0, last >> 1, last];
    return places.map((at) => spread((piece.charCodeAt(at) << 16) | piece.charCodeAt(at + 1)));
  };

  const termsOf = (text) => {
    const pieces = [...new Set(fold(text).match(run) ?? [])].slice(0, 8);
    const most = Math.max(1, Math.floor(4 / pieces.length));
    return pieces.flatMap((piece) => {
      if (startsJapanese.test(piece))
        return piece.length > 1 ? pairsOf(piece, most) : spread(piece.charCodeAt(0) << 16);
      let word = 2166136261;
      for (let at = 0; at < piece.length; at++) word = Math.imul(word ^ piece.charCodeAt(at), 16777619);
      return spread(word);
    });
  };

  const files = new Map();
  const read = (name, how) => {
    if (!files.has(name))
      files.set(name, fetch(base + name).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer[how]();
      }));
    return files.get(name);
  };

  // The pages of a part that hold the term; in titles, with its mark.
  const pagesWith = (bytes, hash) => {
    const wanted = hash & 0xffffff;
    let at = 0;
    const varint = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    while (at < bytes.length) {
      const term = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
      at += 3;
      const size = varint();
      const end = at + (size >> 1);
      if (term !== wanted) {
        at = end;
        continue;
      }
      const pages = new Set();
      if (size & 1)
        for (let bit = 0; at + (bit >> 3) < end; bit++) {
          if (bytes[at + (bit >> 3)] & (1 << (bit & 7))) pages.add(bit);
        }
      else
        for (let page = 0; at < end; ) {
          page += varint();
          pages.add(page);
        }
      return pages;
    }
    return new Set();
  };

  // [page, number of terms in its title], best and newest first.
  const find = async (index, terms) => {
    let from = 0;
    const all = await Promise.all(index.parts.map(async ([count, shards], part) => {
      const first = from;
      from += count;
      const lists = await Promise.all(terms.map(async (hash) => {
        const shard = Math.floor((hash / 4294967296) * shards);
        const bytes = new Uint8Array(await read(`${part}/${shard}.bin`, "arrayBuffer"));
        return [pagesWith(bytes, hash), pagesWith(bytes, hash ^ mark)];
      }));
      const pages = [...lists[0][0]].filter((page) => lists.every(([body]) => body.has(page)));
      return pages.map((page) => [first + page, lists.filter(([, title]) => title.has(page)).length]);
    }));
    return all.flat().sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // Folding may change lengths: marked only where it did not.
  const marked = (holder, text) => {
    const plain = fold(text);
    const sought = fold(words).split(/\s+/).filter(Boolean);
    let at = 0;
    while (plain.length === text.length && at < text.length) {
      const next = sought.map((word) => [plain.indexOf(word, at), word.length]).filter(([found]) => found >= 0)
        .sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
      if (!next) break;
      holder.append(text.slice(at, next[0]), element("mark", "", text.slice(next[0], next[0] + next[1])));
      at = next[0] + next[1];
    }
    holder.append(text.slice(at));
    return holder;
  };

  const day = (date) => {
    const [year, month, number] = date.split("-").map(Number);
    return `${year}年${month}月${number}日`;
  };

  const item = ([title, path, date, text]) => {
    const made = element("li", "search-result");
    const link = marked(element("a"), title);
    link.href = path;
    const heading = element("h2", "search-result__title");
    heading.append(link);
    made.append(heading, marked(element("p", "search-result__text"), text));
    const foot = element("p", "search-result__meta", path);
    if (date) {
      const time = element("time", "", day(date));
      time.dateTime = date;
      foot.prepend(time, " ");
    }
    made.append(foot);
    return made;
  };

  const search = async () => {
    const status = place.querySelector("[role=status]");
    const list = place.querySelector("ol");
    const more = place.querySelector("button[data-more]");
    const say = (text) => (status.textContent = text);
    place.querySelector("input").value = words;
    document.title = `「${words}」の検索結果｜${document.title}`;
    const terms = termsOf(words);
    if (!terms.length) return say("検索する言葉を入力してください。");
    say("検索しています。");
    try {
      const index = await read("index.json", "json");
      const found = await find(index, terms);
      const show = async (from) => {
        const rows = await Promise.all(found.slice(from, from + shown).map(async ([page]) => {
          const entries = await read(`d${Math.floor(page / index.block)}.json`, "json");
          return item(entries[page % index.block]);
        }));
        list.append(...rows);
        more.hidden = from + shown >= found.length;
        more.onclick = () => show(from + shown);
        if (from) rows[0].querySelector("a").focus();
      };
      await show(0);
      say(found.length
        ? `「${words}」を含むページが${found.length}件見つかりました。`
        : `「${words}」を含むページは見つかりませんでした。別の言葉で検索するか、下のページの一覧からお探しください。`);
    } catch {
      say("検索できませんでした。時間をおいてもう一度お試しになるか、下のページの一覧からお探しください。");
    }
  };

  if (place && words) search();
}
