import type { Locator } from "../model/citation";
import { readLocator } from "./locator";

/** No locator is longer; a postnote of any length is looked at no further. */
const longestLocator = 300;
const roman = /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

// What postnotes are written with, each as long as what stands for it, so that offsets stay. \pno and \ppno are biblatex's.
const replacements: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/~/g, " "], [/\\[ ,;:!@/]/g, "  "], [/\\S(?![A-Za-z])/g, "§ "], [/\\P(?![A-Za-z])/g, "¶ "], [/\\pno(?![A-Za-z])/g, "p.  "],
  [/\\ppno(?![A-Za-z])/g, "pp.  "], [/\\nopp(?![A-Za-z])/g, "     "], [/\\psqq(?![A-Za-z])/g, " ff. "], [/\\psq(?![A-Za-z])/g, " f. "],
];

export interface Postnote {
  readonly locator: Locator | undefined;
  readonly suffix: string;
}

/**
 * Locator and suffix of a postnote in LaTeX: `p.~3, and passim`, `\S 4`. As in biblatex a number, Arabic or Roman, or a range of
 * them is a page. What is left over is source text.
 */
export function readPostnote(source: string): Postnote {
  const head = source.slice(0, longestLocator);
  if (isRomanPages(head)) return { locator: { label: "page", value: head }, suffix: "" };
  const readable = replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), head);
  const { locator, suffix } = readable.startsWith("{") ? { locator: undefined, suffix: "" } : readLocator(readable);
  if (locator === undefined) return { locator, suffix: source };
  return {
    locator: { label: locator.label, value: locator.value.replace(/\s+/g, " ").trim() },
    suffix: suffix === "" ? "" : source.slice(readable.trimEnd().length - suffix.length).trim(),
  };
}

function isRomanPages(text: string): boolean {
  return text.split(/\s*[-–—]+\s*/).every((number) => roman.test(number));
}
