(function () {
  "use strict";
  function all(query, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(query));
  }

  // Tables: a click on a heading sorts, numbers as numbers.
  function value(row, column) {
    var text = row.cells[column].textContent.trim();
    var number = parseFloat(text.replace(/,/g, "").replace(/^<\s*/, ""));
    if (!isNaN(number)) return [1, number];
    return text === "·" || text === "–" ? [1, -1] : [2, text.toLowerCase()];
  }
  all("table[data-sort]").forEach(function (table) {
    all("thead th", table).forEach(function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.textContent = "";
      heading.appendChild(button);
      button.addEventListener("click", function () {
        var down = heading.getAttribute("aria-sort") === "descending" ? 1 : -1;
        all("thead th", table).forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        heading.setAttribute("aria-sort", down < 0 ? "descending" : "ascending");
        var body = table.tBodies[0];
        Array.prototype.slice.call(body.rows).sort(function (a, b) {
          var x = value(a, column), y = value(b, column);
          var order = x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0);
          return down * order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  });

  // The table of steps: show only those that contain some words.
  var filter = document.getElementById("filter");
  if (filter) {
    all(".tools").forEach(function (part) { part.hidden = false; });
    filter.addEventListener("input", function () {
      var wanted = filter.value.toLowerCase(), shown = 0;
      all("#t-steps tbody tr").forEach(function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
        if (!row.hidden) shown += 1;
      });
      document.getElementById("filter-count").textContent =
        shown + (shown === 1 ? " step" : " steps") + " shown";
    });
  }

  // A link to something folded away opens it, a hidden step comes back.
  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.hidden && filter) {
      filter.value = "";
      filter.dispatchEvent(new Event("input"));
    }
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Paper shows everything, then the page goes back to how it was.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = all("details:not([open])");
    opened.forEach(function (part) { part.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (part) { part.open = false; });
    opened = [];
  });
})();
