import { parseHTML } from "linkedom";
import { createElement, Fragment, memo } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { markupOf } from "@/components/ui/markup";

it("a drawing is written with the names that SVG has for what React calls otherwise", () => {
  const drawing = createElement("svg", { viewBox: "0 0 1 1", className: "h-auto", "aria-hidden": true }, createElement("path", { d: "M0 0", strokeWidth: 0.7, strokeLinecap: "round" }), createElement("a", { tabIndex: -1, href: "/x" }));
  expect(markupOf(drawing)).toBe('<svg viewBox="0 0 1 1" class="h-auto" aria-hidden="true"><path d="M0 0" stroke-width="0.7" stroke-linecap="round"></path><a tabindex="-1" href="/x"></a></svg>');
});

it("texts and values cannot break out of their places", () => {
  expect(markupOf(createElement("text", { id: '"><script>' }, "<b> & \"c\""))).toBe('<text id="&#34;&#62;&#60;script&#62;">&#60;b&#62; &#38; &#34;c&#34;</text>');
});

it("components, fragments and lists are drawn, and what React leaves out is left out", () => {
  const Dot = ({ x }: { x: number }) => createElement("circle", { cx: x });
  const drawing = createElement(Fragment, null, [1, 2].map((x) => createElement(Dot, { key: x, x })), false, null, undefined, 0, createElement("g", { fill: undefined, className: null as never }));
  expect(markupOf(drawing)).toBe('<circle cx="1"></circle><circle cx="2"></circle>0<g></g>');
});

it("a list, a table and what unfolds are written with the names that HTML has", () => {
  const list = createElement("details", { open: true, hidden: false, "aria-expanded": false }, createElement("summary", null, "Mars & Moon"), createElement("br"), createElement("td", { colSpan: 2 }, createElement("time", { dateTime: "1969" }, 1969)));
  expect(markupOf(list)).toBe('<details open="" aria-expanded="false"><summary>Mars &#38; Moon</summary><br><td colspan="2"><time datetime="1969">1969</time></td></details>');
});

it("markup that was made before is kept as it is", () => {
  const Bar = () => createElement("span", { className: "flex", dangerouslySetInnerHTML: { __html: markupOf(createElement("b", null, "<")) } });
  expect(markupOf(createElement("li", null, createElement(Bar)))).toBe('<li><span class="flex"><b>&#60;</b></span></li>');
});

it("reads as React would write it", () => {
  const node = createElement("ul", { className: "flex", id: 'a"b' }, ["Ångström <1>", "R&D"].map((name) => createElement("li", { key: name, "data-name": name }, createElement("a", { href: `/x?a=1&b=${name}` }, name, " ", 3))));
  const read = (markup: string) => parseHTML(`<main>${markup}</main>`).document.querySelector("main")!;
  const [ours, theirs] = [read(markupOf(node)), read(renderToStaticMarkup(node))];
  expect(ours.textContent).toBe(theirs.textContent);
  expect([...ours.querySelectorAll("*")].map((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`))).toEqual([...theirs.querySelectorAll("*")].map((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)));
});

it("what only works in the browser is refused", () => {
  expect(() => markupOf(createElement("button", { onClick: () => undefined }))).toThrow("onClick");
  expect(() => markupOf(createElement("p", { style: { color: "red" } }))).toThrow("style");
  expect(() => markupOf(createElement("p", null, createElement(async () => createElement("b"))))).toThrow("elements and texts");
  expect(() => markupOf(createElement(memo(function Nothing() { return null; })))).toThrow("plain elements");
});
