const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element of a drawing: what Plot and d3 ask of one, and nothing that only a browser needs. */
class DrawnElement {
  private readonly attributes = new Map<string, string>();
  private children: (DrawnElement | string)[] = [];
  parentNode: DrawnElement | null = null;

  constructor(
    readonly ownerDocument: DrawingDocument,
    readonly namespaceURI: string | null,
    readonly tagName: string,
  ) {}

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_space: string, name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild<T extends DrawnElement | string>(child: T): T {
    if (typeof child !== "string") child.parentNode = this;
    this.children.push(child);
    return child;
  }

  insertBefore<T extends DrawnElement>(child: T, next: DrawnElement | null): T {
    if (next === null) return this.appendChild(child);
    child.parentNode = this;
    this.children.splice(this.children.indexOf(next), 0, child);
    return child;
  }

  set textContent(text: string) {
    this.children = [String(text)];
  }

  /** As SVG is written: what holds nothing ends at once. */
  get outerHTML(): string {
    let start = `<${this.tagName}`;
    for (const [name, value] of this.attributes) start += ` ${name}="${escaped(value)}"`;
    let inside = "";
    for (const child of this.children) inside += typeof child === "string" ? escaped(child) : child.outerHTML;
    return inside === "" ? `${start}/>` : `${start}>${inside}</${this.tagName}>`;
  }
}

/** A document for Plot to draw in on the server. A chart has hundreds of elements, which a full document object model takes as long to make as Plot to work them out. */
export class DrawingDocument {
  readonly documentElement = this.createElementNS("http://www.w3.org/1999/xhtml", "html");

  createElementNS(space: string | null, name: string): DrawnElement {
    return new DrawnElement(this, space, name);
  }

  createElement(name: string): DrawnElement {
    return new DrawnElement(this, this.documentElement.namespaceURI, name);
  }

  createTextNode(text: string): string {
    return text;
  }
}
