(function () {
  "use strict";
  var box = document.getElementById("whatif-box");
  if (!box) return;
  var data = JSON.parse(document.getElementById("whatif-data").textContent);
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  var switches = data.needs.map(function (_, bit) {
    return document.getElementById("whatif-" + bit);
  });
  var readings = Array.prototype.slice.call(box.querySelectorAll("tbody tr"));
  var said = document.getElementById("whatif-said");
  var also = document.getElementById("whatif-also");

  // Words that end alike say their end once; the first place is that of no such set.
  data.columns.forEach(function (column) {
    column.said = column.words.reduce(function (all, part) {
      return all.concat(part[1].split("\n").map(function (word) {
        return word + part[0];
      }));
    }, [null]);
  });

  // A column has a place for each set of the switches that matter to it.
  function word(chosen, column) {
    var one = data.columns[column], number = 0;
    var place = one.bits.reduce(function (sum, bit, k) {
      return sum | (chosen >> bit & 1) << k;
    }, 0);
    for (var n = 0; n < one.width; n++) {
      number = 64 * number + DIGITS.indexOf(one.rows.charAt(one.width * place + n));
    }
    return one.said[number];
  }

  // What is switched on brings what it needs and ends what it excludes; what is
  // switched off takes along what needs it.
  function settled(chosen, bit) {
    var one = 1 << bit, kept = chosen & one ? one | data.needs[bit] : 0;
    chosen |= kept;
    switches.forEach(function (_, other) {
      if (data.excludes[other] & kept) chosen &= ~(1 << other);
    });
    switches.forEach(function (_, other) {
      if (data.needs[other] & ~chosen) chosen &= ~(1 << other);
    });
    return chosen;
  }

  function current() {
    return switches.reduce(function (chosen, input, bit) {
      return input.checked ? chosen | (1 << bit) : chosen;
    }, 0);
  }

  function names(chosen) {
    return switches.filter(function (_, bit) {
      return chosen >> bit & 1;
    }).map(function (input) {
      return input.parentNode.querySelector("b").textContent;
    }).sort().join(", ");
  }

  function show(chosen, wanted) {
    var on = 0, parts = [];
    switches.forEach(function (input, bit) {
      input.checked = Boolean(chosen >> bit & 1);
      on += chosen >> bit & 1;
    });
    readings.forEach(function (row, column) {
      var text = word(chosen, column) || "not known";
      row.cells[2].firstChild.textContent = text;
      parts.push(row.cells[0].textContent + ": " + text);
    });
    var more = names(chosen & ~wanted), less = names(wanted & ~chosen);
    also.textContent = (more ? "Switched on with it: " + more + ". " : "") +
      (less ? "Switched off with it: " + less + "." : "");
    said.textContent = on + " of " + switches.length + " changes on. " +
      parts.join("; ") + ". " + also.textContent;
  }

  function keep(chosen) {
    history.replaceState(null, "", "#whatif=" + chosen.toString(16));
  }

  function restore() {
    var found = /^#whatif=([0-9a-f]{1,4})$/.exec(location.hash);
    var chosen = found ? parseInt(found[1], 16) : -1;
    if (!found || chosen >= 1 << switches.length || word(chosen, 0) === null) return;
    show(chosen, chosen);
    box.scrollIntoView();
  }

  switches.forEach(function (input, bit) {
    input.addEventListener("change", function () {
      var wanted = current(), chosen = settled(wanted, bit);
      show(chosen, wanted);
      keep(chosen);
    });
  });
  Array.prototype.forEach.call(box.querySelectorAll("button"), function (button) {
    button.addEventListener("click", function () {
      var chosen = parseInt(button.value, 16);
      show(chosen, chosen);
      keep(chosen);
    });
  });
  box.hidden = false;
  document.getElementById("whatif-off").hidden = true;
  addEventListener("hashchange", restore);
  restore();
})();
