// What is printed is made anew for the paper, and taken away after it: each region or inspectorate
// on pages of its own, with its part of the chart and its rows of the table. The filters hold.

const PAPER = { width: 1400, lines: 36 }; // a chart's pixels; the style fits them to the paper

// The rows that are left, by what gets a page of its own, in the order of that filter.
function partsOf(section) {
  const by = section.element.dataset.pages;
  if (!by) return [["", section.visible]];
  const parts = new Map([...form.elements[by].options].slice(1).map(({ value }) => [value, []]));
  for (const row of section.visible) {
    const value = (by === "body" ? row.body : (facts[row.place] || {})[by]) || "";
    if (!parts.has(value)) parts.set(value, []);
    parts.get(value).push(row);
  }
  const said = new Map([...form.elements[by].options].map((each) => [each.value, each.text]));
  return [...parts].filter(([, rows]) => rows.length)
    .map(([value, rows]) => [value ? said.get(value) : "Others", rows]);
}

function element(name, words = "", style = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = style;
  return made;
}

function printedTable(section, rows) {
  const screen = section.find("table"), table = element("table");
  const head = screen.tHead.cloneNode(true);
  head.querySelectorAll("th").forEach((th) => th.replaceChildren(th.textContent));
  table.append(screen.caption.cloneNode(true), head, element("tbody"));
  table.tBodies[0].append(...rows.map(({ tr }) => tr.cloneNode(true)));
  return table;
}

// Plotly draws pixels; as a view box of the drawing they become as wide as the paper.
function drawPrinted(section, into, figure) {
  // One span of time on all pages, so that they can be laid side by side.
  const layout = section.laidOut({ ...figure, span: undefined });
  const { width } = PAPER, { height } = layout;
  const place = element("div", "", "print-chart");
  into.append(place);
  place.style.aspectRatio = `${width} / ${height}`;
  Plotly.newPlot(place, figure.data, { ...layout, width, height, autosize: false },
    { ...config, staticPlot: true, responsive: false });
  hatch(place);
  place.querySelectorAll(".main-svg").forEach((svg) =>
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`));
}

function printedLines(section, rows, others) {
  const lines = [...new Set(rows.map((row) => row.line)), ...others], charts = [];
  for (let at = 0; at < lines.length; at += PAPER.lines) {
    charts.push(section.linesOf(lines.slice(at, at + PAPER.lines), false));
  }
  return charts;
}

function printSection(section) {
  const place = element("div", "", "print"), parts = partsOf(section);
  section.element.append(place);
  const named = new Set(section.visible.map((row) => row.line));
  // Lines without a row, somebody who is never deployed say, come last.
  const others = section.kind === "lines" && section.chart
    ? section.shownLines().filter((line) => !named.has(line)) : [];
  for (const [name, rows] of parts) {
    const sheet = element("div", "", "sheet"), last = name === parts[parts.length - 1][0];
    place.append(sheet);
    if (name) sheet.append(element("h3", `${section.find("h2").textContent}: ${name}`));
    if (section.chart) {
      const figures = section.kind === "lines"
        ? printedLines(section, rows, last ? others : []) : [section.figure];
      figures.forEach((figure) => drawPrinted(section, sheet, figure));
    }
    if (rows.length) sheet.append(printedTable(section, rows));
  }
}

function filtersSaid() {
  const used = [...form.elements].filter((each) => each.name && chosen[each.name]);
  return used.map((each) =>
    `${each.labels[0].textContent}: ${each.selectedOptions[0].text}`).join("; ");
}

let closed = [];
addEventListener("beforeprint", () => {
  openAll();
  closed = [...document.querySelectorAll("details:not([open])")];
  closed.forEach((each) => { each.open = true; });
  const words = filtersSaid();
  if (words) document.querySelector("h1").after(element("p", `Printed in part. ${words}`, "print"));
  sections.forEach(printSection);
});
addEventListener("afterprint", () => {
  document.querySelectorAll(".print").forEach((each) => each.remove());
  closed.forEach((each) => { each.open = false; });
});
