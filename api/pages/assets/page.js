"use strict";
// One filter for the whole page. A table's rows that it leaves are the chart's bars: a bar bears
// the key of its row. Everything shown stands in the page already; nothing is fetched. What is
// further down is read once the first chart stands: its table waits inside a noscript element.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const facts = read("facts"), years = read("years"), config = read("plotly-config");
const chosen = { region: "", force: "", body: "", year: "" };
const LINES = 40, ROWS = 25, WEEK = 7 * 864e5;

function placePasses(place, body) {
  const fact = facts[place] || { bodies: [] }; // somebody is sent where nothing is inspected
  return ["region", "force", "year"].every( // of two rotas, an authority may be in two years
    (name) => !chosen[name] || [].concat(fact[name]).includes(chosen[name]))
    && (!chosen.body || (body ? body === chosen.body : fact.bodies.includes(chosen.body)));
}

function rowPasses(row) {
  if (row.place) return placePasses(row.place, row.body);
  return (!row.body || !chosen.body || row.body === chosen.body)
    && (!row.year || !chosen.year || row.year === chosen.year);
}

const later = window.requestIdleCallback || ((work) => setTimeout(work, 200));
const said = (cell) => cell.dataset.sort || cell.textContent;

class Section {
  constructor(element) {
    this.element = element;
    this.kind = element.dataset.kind;
    this.find = (selector) => element.querySelector(selector);
    this.chart = this.find(".chart");
    this.chart?.addEventListener("keydown", (event) => this.key(event));
  }

  open() {
    if (this.rows) return;
    this.rows = this.unpack();
    this.element.classList.add("open");
    this.figure = this.chart && read("figure-" + this.element.dataset.chart);
    if (this.rows.length) this.listen();
    this.refresh();
  }

  // A chart is drawn when it comes into view; the rest is read after that.
  watch() {
    new IntersectionObserver((entries, observer) => {
      later(openNext);
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.seen = true;
      if (this.rows) this.draw(); else this.open();
    }, { rootMargin: "150px" }).observe(this.chart);
  }

  // Takes the table out of its noscript element, where it was text and cost no time; its rows are
  // left out, for list() to put in those that are asked for.
  unpack() {
    const kept = this.find("noscript");
    if (!kept) return [];
    const table = document.createElement("template");
    table.innerHTML = kept.textContent;
    const body = table.content.querySelector("tbody"), rows = [...body.rows];
    body.replaceChildren();
    kept.replaceWith(table.content);
    return rows.map((tr, point) => ({ tr, point, ...tr.dataset }));
  }

  listen() {
    this.find(".tools").hidden = false;
    this.find(".tools input").addEventListener("input", () => this.refresh());
    this.element.querySelectorAll("th").forEach((th, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => this.sort(th, column));
    });
    for (const name of ["chart", "table"]) {
      this.element.querySelectorAll(`.${name}-pager button`).forEach((button) =>
        button.addEventListener("click", () => {
          this.page[name] += Number(button.dataset.step);
          if (name === "chart") this.draw(); else this.list();
        }));
    }
  }

  sort(th, column) {
    const down = th.getAttribute("aria-sort") === "ascending";
    this.element.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    th.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = new Intl.Collator("en-GB", { numeric: true }).compare;
    const sorts = new Map(this.rows.map(({ tr }) => [tr, said(tr.cells[column])]));
    this.rows.sort((a, b) => (down ? -1 : 1) * order(sorts.get(a.tr), sorts.get(b.tr)));
    this.refresh();
  }

  refresh() {
    const words = this.rows.length ? this.find(".tools input").value.trim().toLowerCase() : "";
    const passes = this.kind === "whole" ? () => true : rowPasses;
    if (this.kind === "counts") this.count();
    this.visible = this.rows.filter((row) => passes(row)
      && (!words || row.tr.textContent.toLowerCase().includes(words)));
    this.page = { chart: 0, table: 0 };
    if (this.rows.length) this.list();
    this.draw();
  }

  turn(name, things, size, noun) {
    const pager = this.find(`.${name}-pager`), from = this.page[name] * size;
    const page = things.slice(from, from + size), [back, next] = pager.querySelectorAll("button");
    pager.hidden = false;
    back.hidden = next.hidden = things.length <= size;
    back.disabled = from === 0;
    next.disabled = from + size >= things.length;
    pager.querySelector("span").textContent = things.length
      ? `${noun} ${from + 1} to ${from + page.length} of ${things.length}` : "Nothing to show";
    return page;
  }

  list() {
    const page = this.turn("table", this.visible, ROWS, "Rows");
    this.find("tbody").replaceChildren(...page.map((row) => row.tr));
  }

  draw() {
    if (!this.seen) return;
    const drawn = this.kind === "lines" ? this.lines() : this.figure;
    this.chart.hidden = !drawn;
    if (!drawn) return;
    const layout = this.laidOut(drawn);
    this.chart.style.height = `${layout.height}px`; // plotly asks for it when the window changes
    Plotly.react(this.chart, drawn.data, layout, config);
  }

  laidOut(drawn) {
    const layout = { ...drawn.layout, width: undefined, autosize: true };
    for (const axis of Object.keys(layout).filter((name) => /^xaxis/.test(name))) {
      const dated = layout[axis].type === "date" && this.kind !== "whole";
      const range = dated && (years[chosen.year] || drawn.span);
      layout[axis] = { ...layout[axis], ...(range ? { range, autorange: false } : {}) };
    }
    return layout;
  }

  lines() {
    const page = this.turn("chart", this.shownLines(), LINES, this.element.dataset.noun);
    return page.length ? this.linesOf(page, this.chart.clientWidth < 600) : null;
  }

  // The lines of the rows that are left; where no row is left out, those without a row too.
  shownLines() {
    const kept = this.visible.map((row) => row.line);
    const all = this.visible.length === this.rows.length ? this.figure.layout.yaxis.tickvals : [];
    return [...new Set([...kept, ...all])];
  }

  // On some lines the bars of the rows that are left, and the bars of no row (leave).
  linesOf(page, narrow) {
    const keys = new Set(this.visible.map((row) => row.key));
    const axis = this.figure.layout.yaxis, labels = new Map(
      axis.tickvals.map((code, at) => [code, axis.ticktext[at]]));
    const here = new Set(page);
    const data = this.figure.data.map((trace) => {
      const keep = (_, at) => here.has(trace.y[at])
        && (!trace.customdata[at][0] || keys.has(trace.customdata[at][0]));
      const thin = {};
      for (const name of ["y", "x", "base", "customdata"]) {
        if (trace[name]) thin[name] = trace[name].filter(keep);
      }
      return { ...trace, ...thin };
    });
    const ends = data.filter((trace) => trace.base).flatMap((trace) => trace.base.flatMap((from, at) =>
      [Date.parse(from), Date.parse(from) + trace.x[at]]));
    const span = ends.length ? [Math.min(...ends) - WEEK, Math.max(...ends) + 3 * WEEK] : undefined;
    const most = narrow ? 20 : 40;
    const short = (label) => (label.length > most ? label.slice(0, most - 1) + "…" : label);
    const yaxis = { ...axis, categoryarray: page, tickvals: page, range: [page.length - 0.5, -0.5],
      ticktext: page.map((code) => short(labels.get(code))), tickfont: { size: narrow ? 11 : 13 } };
    return { data, span, layout: { ...this.figure.layout, yaxis, height: 20 * Math.max(page.length, 4) + 70 } };
  }

  // Counts are made anew from the authority of each person or start counted.
  count() {
    const rows = new Map(this.rows.map((row) => [row.point, row]));
    this.figure = { ...this.figure, data: this.figure.data.map((trace, number) => {
      const body = (trace.meta || {}).body || "";
      const visible = !body || !chosen.body || body === chosen.body;
      if (!(trace.meta || {}).counts) return { ...trace, visible };
      const y = trace.customdata.map(
        (places) => places.filter((place) => placePasses(place, body)).length);
      y.forEach((count, point) => {
        rows.get(point).tr.querySelector(`[data-trace="${number}"]`).textContent = count;
      });
      return { ...trace, y, visible };
    }) };
  }

  key(event) {
    const step = { ArrowLeft: [-0.25, -0.25], ArrowRight: [0.25, 0.25], "+": [0.25, -0.25],
      "=": [0.25, -0.25], "-": [-0.5, 0.5], Home: "all" }[event.key];
    if (!step || !this.chart._fullLayout) return;
    event.preventDefault();
    const axis = this.chart._fullLayout.xaxis, number = (value) => axis.r2l(value);
    if (step === "all") { this.draw(); this.find(".moved").textContent = "All shown."; return; }
    const [from, to] = axis.range.map(number), width = to - from;
    const range = [from + step[0] * width, to + step[1] * width];
    if (axis.type === "date" && range[1] - range[0] < WEEK) return;
    Plotly.relayout(this.chart, { "xaxis.range": range.map((value) => axis.l2r(value)) });
    const say = (value) => (axis.type === "date" ? new Date(value).toLocaleDateString("en-GB") : Math.round(value));
    this.find(".moved").textContent = `Shown: ${say(range[0])} to ${say(range[1])}.`;
  }
}

const sections = [...document.querySelectorAll("main section")].map((each) => new Section(each));
const form = document.getElementById("filters");

function refreshAll() {
  for (const name of Object.keys(chosen)) chosen[name] = form.elements[name].value;
  const places = Object.keys(facts), left = places.filter((place) => placePasses(place, ""));
  document.getElementById("filtered").textContent = `${left.length} of ${places.length} inspections`;
  sections.filter((section) => section.rows).forEach((section) => section.refresh());
}

// One section at a time and from the top, while the browser has nothing else to do.
function openNext() {
  const next = sections.find((section) => !section.rows);
  if (!next) return;
  next.open();
  later(openNext);
}

const openAll = () => sections.forEach((section) => section.open());

form.addEventListener("change", refreshAll);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(refreshAll));
// Whoever goes straight to a section arrives where it stays: nothing above it may grow later.
document.querySelector("nav").addEventListener("click", openAll);
refreshAll();
if (location.hash) openAll();
document.documentElement.classList.add("ready");
sections.forEach((section) => section.chart && section.watch());
