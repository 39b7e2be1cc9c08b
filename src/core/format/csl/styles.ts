import type { XmlElement } from "citeproc";
import shipped from "@citation-js/plugin-csl/lib/styles.json";
import { parseXml, XmlError } from "./xml";
import type { ReferenceStyle } from "../../ports";

/** No style of this id ships with the product. */
export class UnknownStyleError extends Error {
  override readonly name = "UnknownStyleError";

  constructor(readonly style: string, readonly known: readonly string[]) {
    super(`There is no style “${style}”. These come with Sourcebook: ${known.join(", ")}. Any other can be given as a path to its .csl file.`);
  }
}

/** A style that was found but cannot be used. */
export class BrokenStyleError extends Error {
  override readonly name = "BrokenStyleError";

  constructor(reason: string, options?: ErrorOptions) {
    super(`This CSL style cannot be used: ${reason}`, options);
  }
}

/** A style as the processor takes it, and the locale that a dependent style asks for. */
export interface LoadedStyle {
  readonly xml: XmlElement;
  readonly locale: string | undefined;
}

const styles: Readonly<Record<string, string>> = shipped;

/** The ids of the styles that ship with the product. */
export const styleIds: readonly string[] = Object.keys(styles);

/**
 * The style of an id (`apa`, or the address that styles have for an id), or of XML. A dependent style is the style it depends on,
 * in its own locale.
 */
export function loadStyle(style: ReferenceStyle["style"]): LoadedStyle {
  if ("id" in style) return { xml: parseXml(sourceOf(style.id)), locale: undefined };
  const root = readStyle(style.xml);
  const parent = parentOf(root);
  return { xml: parent === undefined ? checkStyle(root) : parseXml(sourceOf(parent)), locale: root.attrs["default-locale"] };
}

function sourceOf(id: string): string {
  const name = shortId(id);
  const known = Object.hasOwn(styles, name) ? name : styleIds.find((candidate) => idsOf(styles[candidate] ?? "").includes(name));
  const source = name === "" || known === undefined ? undefined : styles[known];
  if (source === undefined) throw new UnknownStyleError(id, styleIds);
  return source;
}

/** `http://www.zotero.org/styles/apa` → `apa` */
function shortId(id: string): string {
  return id.trim().replace(/^.*\//, "").replace(/\.csl$/i, "").toLowerCase();
}

/** The names that a style goes by: its id, and its address where that is another. */
function idsOf(source: string): readonly string[] {
  const [info = ""] = /<info>[^]*?<\/info>/.exec(source) ?? [];
  return [...info.matchAll(/<id>([^<]*)<\/id>|<link href="([^"]*)" rel="self"/g)].map(([, id, link = ""]) => shortId(id ?? link));
}

function readStyle(xml: string): XmlElement {
  try {
    return parseXml(xml);
  } catch (error) {
    if (error instanceof XmlError) throw new BrokenStyleError(`it is no well-formed XML. ${error.message}`, { cause: error });
    throw error;
  }
}

function parentOf(root: XmlElement): string | undefined {
  const links = childrenOf(root, "info").flatMap((info) => childrenOf(info, "link"));
  return links.find(({ attrs }) => attrs["rel"] === "independent-parent")?.attrs["href"];
}

function checkStyle(root: XmlElement): XmlElement {
  if (root.name !== "style") throw new BrokenStyleError(`its first element is “<${root.name}>”, not “<style>”.`);
  if (childrenOf(root, "citation").length === 0) throw new BrokenStyleError("it has no “<citation>”.");
  return root;
}

function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => typeof child !== "string").filter((child) => child.name === name);
}
