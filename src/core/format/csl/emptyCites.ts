import type { Cite, Engine } from "citeproc";
import { withoutMarks } from "../markup/marks";
import { nothingPrinted } from "./engine";

/** The processor's words for a citation of which the style prints nothing. */
const noForm = "[NO_PRINTED_FORM]";

/**
 * A citation without the processor's words for cites that come to nothing, as those of a style that prints only the author do where it is
 * left away; empty where nothing else is in it. Such a cite at the end takes the end of the citation with it.
 */
export function withoutEmptyCites(text: string, cites: readonly Cite[], { citation }: Engine): string {
  const { layout_prefix: prefix, layout_suffix: suffix, layout_delimiter: delimiter = "" } = citation.opt;
  const rest = text.replaceAll(nothingPrinted + delimiter, "").replaceAll(nothingPrinted, "").replaceAll(noForm, "");
  const words = withoutMarks(rest);
  if (words === "" || (rest !== text && words === prefix + suffix)) return "";
  // what set the author off from the rest
  const begun = cites[0]?.["suppress-author"] === true && prefix === "" ? rest.replace(/^([\ufdd0-\ufddf]*)[,;:]\s*/, "$1") : rest;
  const isCut = cites.length > 1 && cites.some((cite) => cite["suppress-author"]) && suffix.trim() !== "" && !words.endsWith(suffix) && !/[.?!”]$/.test(words);
  return isCut ? begun + suffix : begun;
}

/** The author of a citation without what would set it off from the rest. */
export function withoutDelimiter(text: string): string {
  return text.replace(/[,;:\s]+([\ufdd0-\ufddf]*)$/, "$1");
}

/** A citation without what the style puts around every one. */
export function withoutAffixes(text: string, { citation }: Engine): string {
  const { layout_prefix: prefix, layout_suffix: suffix } = citation.opt;
  const [start, end] = [prefix, suffix].map((affix) => affix.trim().replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const marks = "[\\ufdd0-\\ufddf]*";
  return text.replace(new RegExp(`^(${marks})${start ?? ""}\\s*`), "$1").replace(new RegExp(`\\s*${end ?? ""}([”’\\ufdd0-\\ufddf]*)$`), "$1");
}
