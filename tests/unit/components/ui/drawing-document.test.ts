import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { DrawingDocument } from "@/components/ui/drawing-document";

const days = Array.from({ length: 40 }, (_, i) => ({ day: new Date(Date.UTC(2026, 0, 1 + i)), name: `${i} <b> & "c"`, low: i % 5, high: 5 + (i % 7) }));

const charts: Record<string, Plot.PlotOptions> = {
  "bars with two axes": {
    x: { type: "band", domain: days.map(({ name }) => name), label: null, ticks: days.slice(0, 3).map(({ name }) => name), tickSize: 4 },
    marks: [Plot.ruleY([0]), Plot.axisY({ anchor: "left", ticks: 3 }), Plot.axisY({ anchor: "right", tickFormat: (count: number) => `${count} min` }), Plot.barY(days, { x: "name", y1: "low", y2: "high", fill: "var(--color-chart-1)" })],
  },
  "lines over time with words beside them": {
    x: { type: "utc" }, y: { nice: true, grid: true, label: "↑ Facts" },
    marks: [Plot.areaY(days, { x: "day", y: "high", fillOpacity: 0.15 }), Plot.lineY(days, { x: "day", y: "high" }), Plot.text(days.slice(-1), { x: "day", y: "high", text: () => "one & <two>\nlines" })],
  },
  "dots, ticks and rotated words": {
    x: { domain: [0, 8], label: "Foretold", labelAnchor: "center" },
    marks: [Plot.ruleX(days, { x: "low", y1: "low", y2: "high" }), Plot.tickX(days, { x: "high" }), Plot.dot(days, { x: "low", y: "high", r: 4, title: "name" }), Plot.text([[2, 2]], { text: () => "the same", rotate: -45 })],
  },
};

type Drawn = { name: string; attributes: Record<string, string>; text: string; children: Drawn[] };

function treeOf(markup: string): Drawn {
  const read = (node: Element): Drawn => ({
    name: node.localName,
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }): [string, string] => [name, value]).sort()),
    text: node.textContent ?? "",
    children: [...node.children].map(read),
  });
  return read(parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.querySelector("body > *")!);
}

const drawnIn = (document: unknown, options: Plot.PlotOptions) => treeOf(Plot.plot({ ...options, document: document as Document }).outerHTML);

describe("a document to draw in", () => {
  for (const [name, options] of Object.entries(charts)) {
    it(`gives the same drawing as a whole document object model: ${name}`, () => {
      const { document } = parseHTML("<!doctype html><html><body></body></html>");
      const drawn = drawnIn(new DrawingDocument(), options);
      expect(drawn).toEqual(drawnIn(document, options));
      expect(JSON.stringify(drawn).length).toBeGreaterThan(1000);
    });
  }

  it("leaves no text and no value unescaped", () => {
    const document = new DrawingDocument();
    const text = document.createElement("text");
    text.setAttribute("aria-label", `"><script>`);
    text.textContent = "</text><script>";
    expect(text.outerHTML).toBe(`<text aria-label="&#34;&#62;&#60;script&#62;">&#60;/text&#62;&#60;script&#62;</text>`);
  });
});
