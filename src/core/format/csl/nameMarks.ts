import type { XmlElement } from "citeproc";

/** Stands on both sides of the names that a citation prints. Not one of the marks of markup. */
export const namesMark = "\ufdeb";

/** An attribute that no style has this value of; our output format prints `namesMark` for it. */
const marking = { "text-decoration": "names" } as const;

/** A style that marks the names it prints, so that an author can be told from what the processor prints with one. */
export function markNames(element: XmlElement): XmlElement {
  const children = element.children.map((child) => typeof child === "string" ? child : markNames(child));
  const isMarked = element.name === "names" && element.attrs["text-decoration"] === undefined;
  return { ...element, attrs: isMarked ? { ...element.attrs, ...marking } : element.attrs, children };
}

/** The first names in a text, or all of a text that has none marked: an author whose work stands under its title. */
export function firstNames(text: string): string {
  const [, names] = text.split(namesMark);
  return names ?? text;
}
