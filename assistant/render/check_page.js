(function () {
  var chips = [].slice.call(document.querySelectorAll(".chip"));
  var cards = [].slice.call(document.querySelectorAll("article"));
  var select = document.getElementById("urusan");
  var count = document.getElementById("count");
  function apply() {
    var on = {};
    chips.forEach(function (c) { on[c.dataset.sev] = c.getAttribute("aria-pressed") === "true"; });
    var field = select ? select.value : "";
    var shown = 0;
    cards.forEach(function (card) {
      var show = on[card.dataset.sev] && (!field || card.dataset.urusan === field);
      card.hidden = !show;
      if (show) { shown += 1; }
    });
    count.textContent = shown + " dari " + cards.length + " temuan";
  }
  chips.forEach(function (c) {
    c.addEventListener("click", function () {
      c.setAttribute("aria-pressed", c.getAttribute("aria-pressed") === "true" ? "false" : "true");
      apply();
    });
  });
  if (select) { select.addEventListener("change", apply); }
  [].slice.call(document.querySelectorAll(".scroll")).forEach(function (box) {
    var hit = box.querySelector(".hit");
    if (hit && hit.offsetLeft + hit.offsetWidth > box.clientWidth) {
      box.scrollLeft = hit.offsetLeft + hit.offsetWidth - box.clientWidth + 8;
    }
  });
  apply();
})();
