// Before anything is painted: the place for what a search will find, so that nothing moves.
"use strict";
if (new URLSearchParams(location.search).get("q")?.trim()) document.documentElement.dataset.searching = "";
