// On paper a pattern is drawn as lines: as a pattern every bar would be a picture of its own, and a
// national rota hundreds of megabytes.
const GAP = 4;

function slanted({ x, y, width, height }, down) {
  const lines = [], right = x + width, foot = y + height;
  const first = down ? y - right : x + y, last = down ? foot - x : right + foot;
  for (let c = first + GAP / 2; c < last; c += GAP * 1.5) {
    const from = Math.max(x, down ? y - c : c - foot), to = Math.min(right, down ? foot - c : c - y);
    const at = (place) => `${place.toFixed(1)},${(down ? place + c : c - place).toFixed(1)}`;
    if (from < to) lines.push(`M${at(from)}L${at(to)}`);
  }
  return lines;
}

function level({ x, y, width, height }, length) {
  const lines = [];
  for (let row = y + GAP / 2; row < y + height; row += GAP) {
    for (let at = x + 1; at < x + width; at += length ? width : GAP) {
      lines.push(`M${at.toFixed(1)},${row.toFixed(1)}h${length ? width - 2 : 1.2}`);
    }
  }
  return lines;
}

const HATCHES = {
  "/": (box) => slanted(box, false),
  "\\": (box) => slanted(box, true),
  x: (box) => [...slanted(box, false), ...slanted(box, true)],
  ".": (box) => level(box, 0),
  "-": (box) => level(box, 1),
};

function hatch(place) {
  place.querySelectorAll(".trace.bars, .legend .traces").forEach((drawn) => {
    const { marker, type } = drawn.__data__[0].trace;
    const draw = type === "bar" && HATCHES[(marker.pattern || {}).shape];
    if (!draw) return;
    drawn.querySelectorAll("path").forEach((path) => {
      const box = path.getBBox(), lines = path.cloneNode();
      path.dataset.fill = path.style.fill;
      path.style.fill = marker.color;
      lines.setAttribute("class", "hatch");
      lines.setAttribute("d", draw(box).join(""));
      lines.setAttribute("style", "stroke: white; stroke-width: 1px; fill: none");
      path.after(lines);
    });
  });
}

function unhatch(place) {
  place.querySelectorAll(".hatch").forEach((lines) => lines.remove());
  place.querySelectorAll("path[data-fill]").forEach((path) => {
    path.style.fill = path.dataset.fill;
    delete path.dataset.fill;
  });
}
