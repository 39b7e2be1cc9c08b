import type { Engine } from "citeproc";
import { readMarked } from "../markup/marks";
import type { Reference } from "../markup/reference";
import { namesMark } from "./nameMarks";
import { numberMark } from "./numberMarks";
import { printOthers } from "./others";

/** What the text has been searched for by then. */
const searchMarks = new RegExp(`[${numberMark}${namesMark}]`, "g");
const marks = "[\\ufdd0-\\ufddf]*";
/** A comma between the end of a title and the quotation mark behind it, where American English puts it. */
const commaBehindStop = new RegExp(`([.?!…]${marks}),(?=${marks}’?${marks}”)`, "g");
/** An apostrophe that the processor has taken for half of a pair of quotation marks: ’t Hooft. */
const loneApostrophe = new RegExp(`(^|\\s)(${marks})'(?=\\p{L})`, "gu");

/** Commas of which one stands for nothing: a style may set off what the group around it sets off already. */
const doubleComma = new RegExp(`,(${marks}\\s+${marks}),`, "g");

/** A space that stood before words that are not there. */
const spaceBeforeComma = new RegExp(`([^\\s,]${marks})\\s+(${marks},)(?=${marks}\\s)`, "g");
/** The same before a semicolon, which French and German styles set off by a space. */
const spaceBeforeSemicolon = new RegExp(`(\\.${marks})\\s+(${marks};)`, "g");

const closed = new WeakSet<Engine>();

/** Tells that a style has no space before any semicolon. */
export function closeSemicolons(engine: Engine): void {
  closed.add(engine);
}

/** The end of an entry behind a colon that nothing follows. */
const stopBehindColon = new RegExp(`(:${marks})\\s+(${marks})\\.(${marks})$`);
/** A full stop behind words that are not there: “In: . Berlin”. */
const loneStop = new RegExp(`(:${marks})\\s+(${marks})\\.(?=${marks}\\s)`, "g");
/** A full stop that a question mark stands for. */
const stopBehindMark = new RegExp(`([?!]${marks})\\.(?!\\.)`, "g");

/** A range of pages of which nobody knows the last one, or none. */
const unknownRange = /(?<=[\p{L}\p{N}?])-\s?(?=\?\?)/gu;

/** Reads what the processor has printed, its punctuation put right as Pandoc does it. */
export function readPrinted(text: string, engine: Engine): Reference {
  const words = printOthers(text, engine).replace(searchMarks, "");
  const printed = closed.has(engine) ? words.replace(spaceBeforeSemicolon, "$1$2") : words;
  const ranged = printed.includes("??") ? printed.replace(unknownRange, () => engine.getTerm("page-range-delimiter") || "–") : printed;
  return readMarked(punctuation.reduce((put, [wrong, right]) => put.replace(wrong, right), ranged));
}

const punctuation: readonly (readonly [wrong: RegExp, right: string])[] = [
  [commaBehindStop, "$1"], [doubleComma, ",$1"], [spaceBeforeComma, "$1$2"], [loneStop, "$1$2"], [stopBehindColon, "$1$2$3"], [stopBehindMark, "$1"], [loneApostrophe, "$1$2’"],
];

/** Puts a comma or full stop inside of the quotation mark before it, where the language has it there; the processor does not for a writer's own words. */
export function withPunctuationInQuotes(text: string, engine: Engine): string {
  return engine.getOpt("punctuation-in-quote") === true ? text.replace(outside, "$3$1$2") : text;
}

const outside = new RegExp(`(”)(${marks})([.,])(?!\\d)`, "g");
