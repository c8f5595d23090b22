import { Fragment, isValidElement, type FunctionComponent, type ReactNode } from "react";

/** What is not written in small letters with hyphens, as in SVG, or is called otherwise. */
const asWritten: Record<string, string> = { viewBox: "viewBox", preserveAspectRatio: "preserveAspectRatio", className: "class", tabIndex: "tabindex", htmlFor: "for", colSpan: "colspan", rowSpan: "rowspan", dateTime: "datetime" };

/** These have no end in HTML. */
const endless = new Set(["br", "col", "hr", "img", "wbr"]);

const attributeName = (prop: string) => asWritten[prop] ?? prop.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function attribute(prop: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean" && !prop.startsWith("aria-")) return value ? ` ${attributeName(prop)}=""` : "";
  if (typeof value === "object" || typeof value === "function") throw new Error(`Markup has no room for ${prop}: it takes texts, numbers and truths.`);
  return ` ${attributeName(prop)}="${escaped(String(value))}"`;
}

function attributesOf(props: Readonly<Record<string, unknown>>): string {
  let written = "";
  for (const prop in props) if (prop !== "children" && prop !== "dangerouslySetInnerHTML") written += attribute(prop, props[prop]);
  return written;
}

type Props = { children?: ReactNode; /** Markup that was made before. */ dangerouslySetInnerHTML?: { __html: string } };

/** Plain elements of HTML and SVG as text, and components that return such, with texts and values escaped. Throws for what needs the browser: handlers, styles, links of Next. */
export function markupOf(node: ReactNode): string {
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map(markupOf).join("");
  if (!isValidElement<Props>(node)) throw new Error("Markup is made of elements and texts only.");
  const { type, props } = node;
  if (type === Fragment) return markupOf(props.children);
  if (typeof type === "function") return markupOf((type as FunctionComponent)(props) as ReactNode);
  if (typeof type !== "string") throw new Error("Markup is made of plain elements and components only.");
  const start = `<${type}${attributesOf(props as Readonly<Record<string, unknown>>)}>`;
  return endless.has(type) ? start : `${start}${props.dangerouslySetInnerHTML?.__html ?? markupOf(props.children)}</${type}>`;
}
