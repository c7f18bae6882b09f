// Small comforts. Every page works without this file.
"use strict";
{
  const menu = document.querySelector(".site-menu");
  if (menu) {
    const button = menu.querySelector("summary");
    const close = () => menu.removeAttribute("open");
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        close();
        button.focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) close();
    });
    menu.querySelector("nav").addEventListener("click", (event) => {
      if (event.target.closest("a")) close();
    });
  }

  // A table that fits needs no stop of the Tab key.
  const tables = [...document.querySelectorAll(".table-scroll")];
  // All are measured before any is changed, or the page would be laid out once for each.
  const fit = () => {
    const scrolls = tables.map((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    tables.forEach((box, at) => {
      if (scrolls[at]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  };
  if (tables.length) {
    fit();
    addEventListener("resize", fit, { passive: true });
  }

  // What is closed would be missing on paper: answers, the figures of a chart.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}
