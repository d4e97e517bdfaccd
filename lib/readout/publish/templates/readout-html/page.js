// Draws each chart in place of its still picture, which paper keeps, and again when the column changes its width.
(function () {
  "use strict";
  var tip = document.createElement("div");
  tip.className = "ro-tip";
  tip.setAttribute("aria-hidden", "true");
  document.body.appendChild(tip);

  function show(handler, event, item, value) {
    if (value === null || value === undefined || value === "") {
      tip.style.display = "none";
      return;
    }
    // Values come from articles: text only, never markup.
    tip.textContent = typeof value === "object" ? Object.values(value).join("\n") : String(value);
    tip.style.display = "block";
    var x = Math.min(event.clientX + 12, document.documentElement.clientWidth - tip.offsetWidth - 8);
    var y = event.clientY + 16;
    if (y + tip.offsetHeight > window.innerHeight) y = event.clientY - tip.offsetHeight - 10;
    tip.style.left = Math.max(8, x) + "px";
    tip.style.top = y + "px";
  }

  document.querySelectorAll(".ro-chart").forEach(function (chart) {
    var live = document.createElement("div");
    live.className = "ro-live";
    live.setAttribute("aria-hidden", "true");
    chart.appendChild(live);
    var spec = JSON.parse(chart.querySelector("script").textContent);
    var options = { mode: "vega-lite", renderer: "svg", actions: false, defaultStyle: false, tooltip: show };
    vegaEmbed(live, spec, options).then(function () {
      chart.classList.add("ro-drawn");
    });
  });
})();
