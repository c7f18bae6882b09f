// Runs in a world of its own beside the page (QWebEngineScript::ApplicationWorld): changes the shown
// page in place while somebody types, follows the caret and reports clicks.
//
// Three trees: `before` and `after` are parsed from the HTML that was and the HTML that is; `live`
// is what the visitor would see, perhaps already changed by the theme's own script. Only what
// differs between before and after is done to live, so an opened menu stays open, a picture is not
// loaded again and the page does not jump.
(() => {
    "use strict";
    const TOKEN = "%TOKEN%"; // only this script and the program know it
    const LINES = "data-line";
    const END = "data-end";
    const HERE = "data-kakehashi-here";
    const CHANGED = "data-kakehashi-changed";
    const LCS_LIMIT = 40000; // cells; beyond, children are paired in order

    let before = null; // inert document of the HTML shown now
    let spans = [];    // [first line, last line] of each marked element, in document order
    let caretLine = 0;
    let changed = [];  // [first line, last line] of what visitors do not have yet

    const post = message => console.debug(TOKEN + JSON.stringify(message));

    // Lines change for every block below an edit. They are taken out of the comparison and written
    // back at the end, so that only what a visitor sees counts as a difference.
    function parse(html) {
        const tree = new DOMParser().parseFromString(html, "text/html");
        const lines = [];
        for (const element of tree.body.querySelectorAll("[" + LINES + "]")) {
            const first = Number(element.getAttribute(LINES));
            lines.push([first, Number(element.getAttribute(END)) || first]);
            element.setAttribute(LINES, "");
            element.removeAttribute(END);
        }
        return {tree, lines};
    }

    function morphAttributes(live, was, is) {
        for (const {name, value} of is.attributes) {
            if (name !== LINES && was.getAttribute(name) !== value)
                live.setAttribute(name, value);
        }
        for (const {name} of was.attributes) {
            if (!is.hasAttribute(name))
                live.removeAttribute(name);
        }
    }

    function morph(live, was, is) {
        if (is.nodeType !== Node.ELEMENT_NODE) {
            if (live.nodeValue !== is.nodeValue)
                live.nodeValue = is.nodeValue;
            return;
        }
        morphAttributes(live, was, is);
        if (live.childNodes.length !== was.childNodes.length) {
            // The theme's script added or removed something here: start this element afresh.
            live.replaceChildren(...[...is.childNodes].map(node => document.importNode(node, true)));
            return;
        }
        morphChildren(live, [...live.childNodes], [...was.childNodes], [...is.childNodes]);
    }

    const canBecome = (was, is) => was.nodeType === is.nodeType && was.nodeName === is.nodeName &&
        (was.nodeType !== Node.ELEMENT_NODE || was.id === is.id);

    function morphChildren(parent, live, was, is) {
        let start = 0;
        let wasEnd = was.length;
        let isEnd = is.length;
        while (start < wasEnd && start < isEnd && was[start].isEqualNode(is[start]))
            ++start;
        while (wasEnd > start && isEnd > start && was[wasEnd - 1].isEqualNode(is[isEnd - 1])) {
            --wasEnd;
            --isEnd;
        }
        const anchors = commonNodes(was.slice(start, wasEnd), is.slice(start, isEnd));
        let i = start;
        let j = start;
        for (const [di, dj] of [...anchors, [wasEnd - start, isEnd - start]]) {
            morphRun(parent, live, was, is, i, start + di, j, start + dj);
            i = start + di + 1;
            j = start + dj + 1;
        }
    }

    // Longest common subsequence of equal nodes, as index pairs.
    function commonNodes(was, is) {
        const n = was.length;
        const m = is.length;
        if (n === 0 || m === 0 || n * m > LCS_LIMIT)
            return [];
        const width = m + 1;
        const best = new Uint16Array((n + 1) * width);
        const equal = new Uint8Array(n * m);
        for (let i = n - 1; i >= 0; --i) {
            for (let j = m - 1; j >= 0; --j) {
                if (was[i].nodeName === is[j].nodeName && was[i].isEqualNode(is[j])) {
                    equal[i * m + j] = 1;
                    best[i * width + j] = best[(i + 1) * width + j + 1] + 1;
                } else {
                    best[i * width + j] = Math.max(best[(i + 1) * width + j],
                                                   best[i * width + j + 1]);
                }
            }
        }
        const pairs = [];
        for (let i = 0, j = 0; i < n && j < m;) {
            if (equal[i * m + j] && best[i * width + j] === best[(i + 1) * width + j + 1] + 1)
                pairs.push([i++, j++]);
            else if (best[(i + 1) * width + j] >= best[i * width + j + 1])
                ++i;
            else
                ++j;
        }
        return pairs;
    }

    // Between two unchanged neighbours: what can be changed in place is, the rest comes and goes.
    function morphRun(parent, live, was, is, i, iEnd, j, jEnd) {
        const next = iEnd < live.length ? live[iEnd] : null;
        while (j < jEnd) {
            let k = i;
            while (k < iEnd && !canBecome(was[k], is[j]))
                ++k;
            if (k < iEnd) {
                for (; i < k; ++i)
                    live[i].remove();
                morph(live[i], was[i], is[j]);
                ++i;
            } else {
                parent.insertBefore(document.importNode(is[j], true), i < iEnd ? live[i] : next);
            }
            ++j;
        }
        for (; i < iEnd; ++i)
            live[i].remove();
    }

    const marked = () => document.body.querySelectorAll("[" + LINES + "]");

    function writeLines(lines) {
        const elements = marked();
        if (elements.length !== lines.length)
            return false;
        spans = lines;
        elements.forEach((element, index) => {
            const [first, last] = lines[index];
            if (element.getAttribute(LINES) !== String(first))
                element.setAttribute(LINES, first);
            if (element.getAttribute(END) !== String(last))
                element.setAttribute(END, last);
        });
        return true;
    }

    const sheets = tree => [...tree.head.querySelectorAll("link[rel=stylesheet], script[src], style")]
        .map(element => element.outerHTML).join();

    // The smallest block that holds the line; between two blocks the one above, to scroll to only.
    function blockAt(line) {
        let holds = null;
        let above = null;
        let size = Infinity;
        let nearest = 0;
        marked().forEach((element, index) => {
            const [first, last] = spans[index] || [0, -1];
            if (first <= line && line <= last && last - first <= size) {
                holds = element;
                size = last - first;
            } else if (last < line && last >= nearest) {
                above = element;
                nearest = last;
            }
        });
        return {holds, nearest: holds || above};
    }

    function mark(element) {
        for (const old of document.querySelectorAll("[" + HERE + "]")) {
            if (old !== element)
                old.removeAttribute(HERE);
        }
        if (element)
            element.setAttribute(HERE, "");
    }

    function keepInView(element) {
        const box = element.getBoundingClientRect();
        const margin = Math.min(96, innerHeight / 5);
        const tall = box.height > innerHeight - 2 * margin;
        if (box.top >= margin && (box.bottom <= innerHeight - margin || (tall && box.top < innerHeight / 2)))
            return;
        if (tall && box.top < margin && box.bottom > innerHeight - margin)
            return; // a tall block fills the window already
        const top = tall || box.top < margin ? box.top - margin : box.bottom - innerHeight + margin;
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(top) > 3 * innerHeight;
        scrollBy({top, behavior: still ? "instant" : "smooth"});
    }

    function showCaret(scroll) {
        const {holds, nearest} = caretLine > 0 ? blockAt(caretLine) : {holds: null, nearest: null};
        mark(holds);
        if (nearest && scroll)
            keepInView(nearest);
    }

    // The outermost blocks within a changed place; where it is a part of a block, that block.
    function showChanged() {
        for (const old of document.querySelectorAll("[" + CHANGED + "]"))
            old.removeAttribute(CHANGED);
        const elements = [...marked()];
        for (const [from, to] of changed) {
            let any = false;
            elements.forEach((element, index) => {
                const [first, last] = spans[index] || [0, -1];
                if (first < from || last > to || last < first ||
                    element.parentElement.closest("[" + CHANGED + "]"))
                    return;
                element.setAttribute(CHANGED, "");
                any = true;
            });
            const around = any || from < 1 ? null : blockAt(from).holds;
            if (around)
                around.setAttribute(CHANGED, "");
        }
    }

    function update(html, follow, serial) {
        const after = parse(html);
        if (!before || sheets(before) !== sheets(after.tree))
            return "reload";
        if (document.title !== after.tree.title)
            document.title = after.tree.title;
        if (!before.body.isEqualNode(after.tree.body))
            morph(document.body, before.body, after.tree.body);
        before = after.tree;
        if (!writeLines(after.lines))
            return "reload";
        showCaret(follow);
        showChanged();
        if (serial > 0)
            requestAnimationFrame(() => requestAnimationFrame(() => post({painted: serial})));
        return "";
    }

    function start(html) {
        const tree = parse(html);
        before = tree.tree;
        spans = tree.lines;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("[" + HERE + "]{outline:2px solid #2f6fdd66;outline-offset:4px;border-radius:2px}" +
            "[" + CHANGED + "]{box-shadow:-6px 0 0 #d97706}");
        document.adoptedStyleSheets = [sheet];
        showCaret(true);
    }

    // What stands in the upper third of the window keeps its place when the width changes (another
    // device, another zoom): the smallest element there, and how far down in it.
    let anchor = null;

    function noteAnchor() {
        const y = innerHeight / 4;
        anchor = null;
        if (scrollY < 1)
            return;
        let size = Infinity;
        for (let down = 0; down <= innerHeight / 4; down += 24) {
            const element = document.elementFromPoint(innerWidth / 2, y + down);
            const box = element ? element.getBoundingClientRect() : null;
            if (!box || box.height >= size || box.height === 0)
                continue;
            size = box.height;
            anchor = {element, at: y + down, part: (y + down - box.top) / box.height};
        }
    }

    function keepAnchor() {
        if (!anchor || !anchor.element.isConnected)
            return;
        const box = anchor.element.getBoundingClientRect();
        scrollBy({top: box.top + anchor.part * box.height - anchor.at, behavior: "instant"});
    }

    let noting = false;
    addEventListener("scroll", () => {
        if (noting)
            return;
        noting = true;
        requestAnimationFrame(() => {
            noting = false;
            noteAnchor();
        });
    }, {passive: true});
    // In a frame, resize comes before scroll: the anchor is still the one of the former width.
    addEventListener("resize", keepAnchor, {passive: true});

    function lineAt(target) {
        const element = target.closest("[" + LINES + "]");
        const index = element ? [...marked()].indexOf(element) : -1;
        return index >= 0 && spans[index] ? spans[index][0] : 0;
    }

    // Every click is ours: a link opens its page in the editor, anything else leads to its text.
    function clicked(event) {
        const target = event.target instanceof Element ? event.target : event.target.parentElement;
        if (!target)
            return;
        const link = target.closest("a[href]");
        if (link && !event.altKey) {
            const href = link.getAttribute("href");
            if (href.startsWith("#"))
                return;
            event.preventDefault();
            post({link: link.href});
            return;
        }
        const line = lineAt(target);
        if (line > 0)
            post({line});
        if (link)
            event.preventDefault();
    }

    function hovered(event) {
        const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
        post({hover: link ? link.href : ""});
    }

    document.addEventListener("click", clicked, true);
    document.addEventListener("submit", event => event.preventDefault(), true);
    document.addEventListener("mouseover", event => {
        if (event.target instanceof Element && (event.target.closest("a[href]") ||
                                                (event.relatedTarget instanceof Element &&
                                                 event.relatedTarget.closest("a[href]"))))
            hovered(event);
    }, true);

    globalThis.kakehashi = {
        start,
        update,
        caret(line, scroll) {
            caretLine = line;
            showCaret(scroll);
        },
        changes(ranges) {
            changed = ranges;
            showChanged();
        },
    };
    post({ready: true});
})();
