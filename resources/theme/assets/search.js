// Site search in the browser: reads only the parts of the index that the words need.
// core/render/search makes the index; folding, terms and hashes are the same there.
"use strict";
{
  const place = document.querySelector("[data-search]");
  const words = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  const base = "/assets/search/";
  const shown = 10;
  const mark = 0x800000;

  // One width, one case, one kana; what is not shown is left out.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

  // Folded text with where each of its units begins and ends in the text: "…" folds to three dots,
  // ｶﾞ to one letter. A sign and the marks upon it are folded together.
  const sign = /[\s\S][\p{M}\uff9e\uff9f]*/gu;
  const foldedWithPlaces = (text) => {
    let plain = "";
    const begins = [];
    const ends = [];
    for (const { 0: piece, index } of text.matchAll(sign)) {
      const units = fold(piece);
      plain += units;
      for (let unit = 0; unit < units.length; unit++) {
        begins.push(index);
        ends.push(index + piece.length);
      }
    }
    return { plain, begins, ends };
  };

  const japanese = "\\u3005\\u3007\\u3041-\\u3096\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ud840-\\ud88f\\udc00-\\udfff";
  const letter = "a-z0-9\\u00c0-\\u024f\\u0370-\\u04ff";
  const run = new RegExp(`[${japanese}]+|[${letter}]+`, "g");
  const startsJapanese = new RegExp(`^[${japanese}]`);
  const isLetter = new RegExp(`^[${letter}]$`);
  const isKanji = /^[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff]$/;

  // What must stand in a page, each on its own.
  const sought = [...new Set(fold(words).split(/\s+/).filter(Boolean))];

  // Where the word stands in folded text from `at` on, or -1. Words of Latin letters and numbers are
  // whole ones: 9 does not stand in 19.
  const placeOf = (word, plain, at) => {
    for (let found = plain.indexOf(word, at); found >= 0; found = plain.indexOf(word, found + 1)) {
      const end = found + word.length;
      const begins = !isLetter.test(word[0]) || found === 0 || !isLetter.test(plain[found - 1]);
      const ends = !isLetter.test(word[word.length - 1]) || end === plain.length || !isLetter.test(plain[end]);
      if (begins && ends) return found;
    }
    return -1;
  };

  const spread = (term) => Math.imul(term, 0x9e3779b1) >>> 0;

  // The first, last and middle pair of a run find it well enough, and few files are read.
  const pairsOf = (piece, most) => {
    const last = piece.length - 2;
    const places = most < 2 || last < 1 ? [0] : most < 3 || last < 3 ? [0, last] : [0, last >> 1, last];
    return places.map((at) => spread((piece.charCodeAt(at) << 16) | piece.charCodeAt(at + 1)));
  };

  // The index knows pairs, single kanji and words of letters, but no single kana.
  const pieces = [...new Set(sought.flatMap((word) => word.match(run) ?? []))]
    .filter((piece) => piece.length > 1 || !startsJapanese.test(piece) || isKanji.test(piece));

  const termsOf = () => {
    const most = Math.max(1, Math.floor(4 / Math.min(8, pieces.length)));
    return pieces.slice(0, 8).flatMap((piece) => {
      if (startsJapanese.test(piece))
        return piece.length > 1 ? pairsOf(piece, most) : spread(piece.charCodeAt(0) << 16);
      let word = 2166136261;
      for (let at = 0; at < piece.length; at++) word = Math.imul(word ^ piece.charCodeAt(at), 16777619);
      return spread(word);
    });
  };

  const files = new Map();
  // What could not be read is asked for again the next time.
  const read = (name, how) => {
    if (!files.has(name))
      files.set(name, fetch(base + name).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer[how]();
      }).catch((error) => {
        files.delete(name);
        throw error;
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

  // The places of all words, none within another.
  const placesIn = ({ plain, begins, ends }) => {
    const places = [];
    for (let at = 0; ; ) {
      const next = sought.map((word) => [placeOf(word, plain, at), word.length]).filter(([found]) => found >= 0)
        .sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
      if (!next) return places;
      at = next[0] + next[1];
      places.push([begins[next[0]], ends[at - 1]]);
    }
  };

  const marked = (holder, text, places, from = 0, to = text.length) => {
    let at = from;
    for (const [begin, end] of places) {
      if (begin < at || end > to) continue;
      holder.append(text.slice(at, begin), element("mark", "", text.slice(begin, end)));
      at = end;
    }
    holder.append(text.slice(at, to));
    return holder;
  };

  // Around the first word in the text, or its beginning where the title alone holds the words. Cut
  // between signs.
  const excerpt = (holder, text) => {
    const folded = foldedWithPlaces(text);
    const places = placesIn(folded);
    const cut = (wanted) => folded.begins.find((begin) => begin >= wanted) ?? text.length;
    const first = places.length ? places[0][0] : 0;
    const from = first > 40 ? cut(first - 20) : 0;
    const longest = places.length ? places[0][1] - first : 0;
    const to = cut(Math.max(from + 80, first + longest));
    if (from) holder.append("…");
    marked(holder, text, places, from, to);
    if (to < text.length) holder.append("…");
    return holder;
  };

  const day = (date) => {
    const [year, month, number] = date.split("-").map(Number);
    return `${year}年${month}月${number}日`;
  };

  const item = ([title, path, date], text) => {
    const made = element("li", "search-result");
    const link = marked(element("a"), title, placesIn(foldedWithPlaces(title)));
    link.href = path;
    const heading = element("h2", "search-result__title");
    heading.append(link);
    made.append(heading, excerpt(element("p", "search-result__text"), text));
    const foot = element("p", "search-result__meta", path);
    if (date) {
      const time = element("time", "", day(date));
      time.dateTime = date;
      foot.prepend(time, " ");
    }
    made.append(foot);
    return made;
  };

  // [entry, text] of a page when it holds all words. Pages that have all terms need not: 令和9年度
  // is none of 令和8年度 and 9.
  const holding = async (index, page) => {
    const [entries, texts] = await Promise.all([
      read(`d${Math.floor(page / index.block)}.json`, "json"),
      read(`t${Math.floor(page / index.texts)}.json`, "json"),
    ]);
    const entry = entries[page % index.block];
    const text = texts[page % index.texts];
    const title = fold(entry[0]);
    const plain = fold(text);
    return sought.every((word) => placeOf(word, title, 0) >= 0 || placeOf(word, plain, 0) >= 0) ? [entry, text] : null;
  };

  const search = async () => {
    const status = place.querySelector("[role=status]");
    const list = place.querySelector("ol");
    const more = place.querySelector("button[data-more]");
    const say = (text) => (status.textContent = text);
    const named = `「${words}」`;
    place.querySelector("input").value = words;
    document.title = `${named}の検索結果｜${document.title}`;
    if (!pieces.length)
      return say(/[\u3041-\u3096\u30fc]/.test(fold(words))
        ? "ひらがなとカタカナは、2文字以上で検索してください。"
        : "漢字、かな、英数字を含む言葉で検索してください。");
    say("検索しています。");
    try {
      const index = await read("index.json", "json");
      const candidates = (await find(index, termsOf())).map(([page]) => page);
      const found = [];
      let next = 0;
      // Reads on until that many are found for sure, forty pages at a time.
      const readUntil = async (wanted) => {
        while (next < candidates.length && found.length < wanted) {
          const some = candidates.slice(next, next + 40);
          found.push(...(await Promise.all(some.map((page) => holding(index, page)))).filter(Boolean));
          next += some.length;
        }
      };
      // Looks one further: the button stands there only while something follows.
      const show = async (from) => {
        await readUntil(from + shown + 1);
        const rows = found.slice(from, from + shown).map(([entry, text]) => item(entry, text));
        list.append(...rows);
        if (from) rows[0].querySelector("a").focus();
        more.hidden = from + shown >= found.length;
        more.onclick = () => showMore(from + shown);
        say(found.length
          ? `${named}を含むページが${found.length}件${next < candidates.length ? "以上" : ""}見つかりました。`
          : `${named}を含むページは見つかりませんでした。別の言葉で検索するか、下のページの一覧からお探しください。`);
      };
      // One press at a time. The button is not disabled, which would take the focus from it.
      const showMore = async (from) => {
        more.onclick = null;
        more.setAttribute("aria-disabled", "true");
        say("続きを読み込んでいます。");
        try {
          await show(from);
        } catch {
          more.onclick = () => showMore(from);
          say("続きを読み込めませんでした。時間をおいて、もう一度「続きを表示」を押してください。");
        }
        more.removeAttribute("aria-disabled");
      };
      await show(0);
    } catch {
      say("検索できませんでした。時間をおいてもう一度お試しになるか、下のページの一覧からお探しください。");
    }
  };

  // After the page is painted: the form and the list of pages wait for nothing.
  if (place && words) {
    if (typeof setTimeout === "function") setTimeout(search);
    else search();
  }
}
