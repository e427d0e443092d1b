"use strict";
// Draws the page's one chart from the figure that stands in the page; nothing is fetched. The table
// below it stands whole, with a script or without.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const chart = document.querySelector(".chart"), figure = read("figure");
chart.style.height = `${figure.layout.height}px`;
Plotly.newPlot(chart, figure.data, { ...figure.layout, autosize: true }, read("plotly-config"));

// On paper the drawing becomes as large as the page, by a view box of its pixels.
addEventListener("beforeprint", () => {
  hatch(chart);
  chart.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute(
    "viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`));
});
addEventListener("afterprint", () => {
  unhatch(chart);
  chart.querySelectorAll(".main-svg").forEach((svg) => svg.removeAttribute("viewBox"));
});

