import type { MarkdownIndex } from "./markdownIndex";

export interface HtmlTag {
  readonly kind: "open" | "close" | "comment";
  /** In lower case; empty for comments, declarations and processing instructions. */
  readonly name: string;
  readonly end: number;
  readonly isSelfClosing: boolean;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that end a paragraph where they begin or end (HTML's blocks, and DocBook's, which Pandoc lets stand in Markdown). */
const blockElements = names(
  "address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer form "
  + "h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta nav noframes ol output p pre section summary table tbody textarea thead tfoot ul "
  + "frameset li td th tr script style calloutlist bibliolist glosslist itemizedlist orderedlist segmentedlist simplelist variablelist caution important note tip "
  + "warning literallayout programlisting programlistingco screen screenco screenshot synopsis example informalexample informalfigure informaltable para simpara "
  + "formalpara equation informalequation mediaobject qandaset procedure task cmdsynopsis funcsynopsis classsynopsis epigraph msgset sidebar title case switch default");

/** Elements that are blocks only where a block can begin. */
const eitherElements = names("audio applet button iframe embed del ins progress map area noscript object svg video source");

const verbatimElements = names("pre style script textarea");

export function endsParagraph({ name }: HtmlTag): boolean {
  return blockElements.has(name);
}

export function isBlockTag({ kind, name }: HtmlTag): boolean {
  return kind === "comment" || blockElements.has(name) || eitherElements.has(name);
}

/** Whether an element's contents are no Markdown. */
export function isVerbatim({ kind, name }: HtmlTag): boolean {
  return kind === "open" && verbatimElements.has(name);
}

const tagName = /<(\/?)([A-Za-z][\w:-]*)/y;
const attribute = /[ \n/]{0,9999}(?:([\p{L}][\p{L}\p{N}:_-]{0,999})(?:[ \n]{0,9999}=[ \n]{0,9999}(?:(["'])|[^\s<>"'][^\s<>]{0,9999})?)?|(>))/uy;
const declaration = /<(?:![A-Za-z]|\?)[^<>]*>/y;

/** The tag, comment or declaration that begins at a `<`; `undefined` where `<` is just a sign. */
export function readTag(text: string, start: number, index: MarkdownIndex): HtmlTag | undefined {
  if (text.startsWith("<!--", start)) {
    const close = index.find("-->", start + 4);
    return close === undefined ? undefined : { kind: "comment", name: "", end: close + 3, isSelfClosing: true };
  }
  declaration.lastIndex = start;
  const declared = declaration.exec(text);
  if (declared !== null) return { kind: "comment", name: "", end: start + declared[0].length, isSelfClosing: true };
  tagName.lastIndex = start;
  const match = tagName.exec(text);
  if (match === null || match[0].endsWith(":")) return undefined;
  const end = endOfAttributes(text, start + match[0].length, index);
  if (end === undefined) return undefined;
  return { kind: match[1] === "/" ? "close" : "open", name: (match[2] ?? "").toLowerCase(), end, isSelfClosing: text[end - 2] === "/" };
}

function endOfAttributes(text: string, from: number, index: MarkdownIndex): number | undefined {
  for (let position = from; position < text.length;) {
    attribute.lastIndex = position;
    const match = attribute.exec(text);
    if (match === null || (match[1] !== undefined && position === from && !/[\s/]/.test(text.charAt(from)))) return undefined;
    position += match[0].length;
    if (match[3] !== undefined) return position;
    if (match[2] === undefined) continue;
    const close = index.find(match[2], position);
    if (close === undefined) return undefined;
    position = close + 1;
  }
  return undefined;
}

/** Where an element whose contents are no Markdown ends; `undefined` where it is never closed. */
export function endOfVerbatim(text: string, { name, end }: HtmlTag, index: MarkdownIndex): number | undefined {
  for (let close = index.find(`</${name}`, end); close !== undefined; close = index.find(`</${name}`, close + 1)) {
    const tag = readTag(text, close, index);
    if (tag?.name === name) return tag.end;
  }
  return undefined;
}
