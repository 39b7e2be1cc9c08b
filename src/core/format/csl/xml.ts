import type { XmlElement } from "citeproc";

/** XML that is not well formed; the message says what is wrong and in which line. */
export class XmlError extends Error {
  override readonly name = "XmlError";
}

const deepest = 100;
const skipped = /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*>/y;
const blank = /\s+/y;
const openingTag = /<([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closingTag = /<\/([^\s<>/]+)\s*>/y;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const text = /[^<]+|<!\[CDATA\[[^]*?\]\]>/y;
const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,20}));/gi;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Elements whose text may be empty: a term that prints nothing. */
const printed: ReadonlySet<string> = new Set(["term", "single", "multiple"]);

/**
 * Reads a document of XML as citeproc-js keeps it: an element has elements or one text; blanks between elements are nothing. The
 * processor changes what it is given, so it needs one of its own each time.
 */
export function parseXml(source: string): XmlElement {
  return new XmlReader(source.replace(/^\ufeff/, "")).read();
}

interface OpenElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  text: string;
}

class XmlReader {
  #position = 0;
  readonly #open: OpenElement[] = [];

  constructor(readonly source: string) {}

  read(): XmlElement {
    this.#skip();
    const root = this.#readOpeningTag();
    if (root === undefined) return this.#fail("An element was expected");
    while (this.#open.length > 0) this.#readContent();
    this.#skip();
    return this.#position === this.source.length ? root : this.#fail("Something stands behind the end");
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.source);
    if (found !== null) this.#position = pattern.lastIndex;
    return found;
  }

  /** Skips what belongs to no element. */
  #skip(): void {
    while (this.#match(blank) !== null || this.#match(skipped) !== null);
  }

  #readContent(): void {
    const parent = this.#open.at(-1);
    if (parent === undefined || this.#match(skipped) !== null || this.#readOpeningTag() !== undefined) return;
    const closing = this.#match(closingTag);
    const written = closing === null ? this.#match(text)?.[0] : undefined;
    if (closing?.[1] === parent.name) this.#close(parent);
    else if (written !== undefined) parent.text += this.#decode(written);
    else if (closing !== null) this.#fail(`“${closing[0]}” closes nothing that is open, which is “<${parent.name}>”`);
    else this.#fail(this.#position === this.source.length ? `“</${parent.name}>” is missing` : "A tag is malformed");
  }

  #readOpeningTag(): XmlElement | undefined {
    const [, name, attributes = "", empty] = this.#match(openingTag) ?? [];
    if (name === undefined) return undefined;
    if (this.#open.length >= deepest) this.#fail("Elements nest too deeply");
    const attrs = Object.fromEntries([...attributes.matchAll(attribute)].map(([, key = "", double, single = ""]) => [key, this.#decode(double ?? single)]));
    const element: OpenElement = { name, attrs, children: [], text: "" };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    if (empty === "/") this.#close(element);
    return element;
  }

  #close(element: OpenElement): void {
    if (element.children.length === 0 && (element.text.trim() !== "" || printed.has(element.name))) element.children.push(element.text.trim() === "" ? "" : element.text);
    this.#open.pop();
  }

  #decode(written: string): string {
    const cdata = /^<!\[CDATA\[([^]*)\]\]>$/.exec(written)?.[1];
    return cdata ?? written.replace(/[\t\n\r]+/g, " ").replace(reference, (whole: string, decimal?: string, hex?: string, name?: string): string => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return name !== undefined && Object.hasOwn(entities, name) ? entities[name] ?? whole : this.#fail(`“${whole}” is no entity of XML`);
    });
  }

  #fail(what: string): never {
    throw new XmlError(`${what}, in line ${this.source.slice(0, this.#position).split("\n").length}.`);
  }
}
