import type { Bibliography } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { CslItem } from "../../model/cslItem";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { quote } from "../charCodes";
import { CslJsonEntry, RepairAllowance } from "./cslJsonEntry";
import type { JsonElement } from "./cslJsonElement";
import { scanItems, type JsonList, type JsonOddity } from "./cslJsonScanner";
import { citationTypes, commonTypes, dateVariables, nameVariables, tellingVariables } from "../cslVariables";
import { skipSpace, trimEnd } from "../bibtex/bibtexScanner";
import { isObject } from "./cslJsonItem";
import { duplicateKey, ProblemList } from "../problems";
import { finish } from "../steps";

/** CSL-JSON nests five deep; what nests deeper than this is refused before any parser recurses into it. */
const deepest = 100;
/** How many items are looked at to tell a bibliography from other JSON. */
const mostSamples = 10;
/** How much of a file is looked at for that. */
const sampleLength = 1 << 20;

/**
 * Reads CSL-JSON: an array of items, or `{ "items": [...] }` as Better BibTeX exports it (schema csl-data.json). One pass finds
 * the items; each is read when it is asked for. An item that is none costs itself alone, a variable of the wrong type as well.
 */
export function parseCslJson(text: string): Bibliography {
  return finish(readCslJson(text));
}

/** The same in steps, so that a host can do other things in between. */
export function* readCslJson(text: string): Generator<void, Bibliography> {
  const found = new ProblemList();
  const list = yield* scanItems(text, Infinity, ({ kind, start, end }) => found.addSyntax(start, end, oddities[kind], undefined, kind === "comment" ? "warning" : "error"));
  const entries: CslJsonEntry[] = [];
  const allowance = new RepairAllowance();
  for (const [number, element] of (list?.elements ?? []).entries()) {
    const entry = readElement(text, element, found, allowance);
    if (entry !== undefined) entries.push(entry);
    if (number % stepSize === stepSize - 1) yield;
  }
  checkList(text, list, found);
  return new CslJsonBibliography(entries, list?.isClosed === false, found);
}

/** How many items are read in one step. */
const stepSize = 1000;

class CslJsonBibliography implements Bibliography {
  readonly format = "csl-json";
  #problems: readonly Problem[] | undefined;

  constructor(readonly entries: readonly CslJsonEntry[], readonly isCut: boolean, readonly found: ProblemList) {}

  get problems(): readonly Problem[] {
    return this.#problems ??= this.#collectProblems();
  }

  #collectProblems(): readonly Problem[] {
    const keys = new Set<CitationKey>();
    for (const entry of this.entries) {
      entry.check(this.found);
      if (keys.has(entry.key)) this.found.add(duplicateKey(entry.key, entry.keyRange.start, entry.keyRange.end));
      keys.add(entry.key);
    }
    return this.found.sorted();
  }
}

const oddities: Readonly<Record<JsonOddity["kind"], string>> = {
  value: "This is no item: an object { … } was expected.",
  comma: "There is a comma too many here.",
  comment: "JSON has no comments. Take this one out, because other programs refuse the file.",
  bracket: "The list of items ends here, but more items follow. Take this bracket out.",
};

function checkList(text: string, list: JsonList | undefined, problems: ProblemList): void {
  const end = trimEnd(text, 0, text.length);
  if (list === undefined && end > 0) {
    const start = skipSpace(text, 0);
    problems.addSyntax(start, Math.min(start + 1, text.length), "This is no bibliography in CSL-JSON, which is a list of items: [ { \"id\": \"…\", \"type\": \"…\" } ].", undefined);
  } else if (list?.isClosed === false) {
    problems.addSyntax(Math.max(end - 1, 0), end, "The list of items is not closed: “]” is missing here.", undefined);
  }
}

/** The entry of an element, or `undefined` with a problem where it cannot be one. */
function readElement(text: string, element: JsonElement, problems: ProblemList, allowance: RepairAllowance): CslJsonEntry | undefined {
  const { start, isSeparated, depth, id, citationKey } = element;
  if (!isSeparated) problems.addSyntax(start, start + 1, "A comma is missing before this item.", undefined);
  if (depth > deepest) {
    problems.addSyntax(start, start + 1, "This item nests too deeply to be one.", undefined);
    return undefined;
  }
  const place = keyAt(text, id) ?? keyAt(text, citationKey);
  if (place !== undefined) return new CslJsonEntry(text, element, place.key, place.range, allowance);
  problems.addSyntax(start, start + 1, "This item has no “id”, so that it cannot be cited. Give it one that is text or a number.", undefined);
  return undefined;
}

/** The key that a string or a number is; the range of a string is that of its inside. */
function keyAt(text: string, value: TextRange | undefined): { readonly key: CitationKey; readonly range: TextRange } | undefined {
  if (value === undefined) return undefined;
  const written = text.slice(value.start, value.end);
  if (text.charCodeAt(value.start) !== quote) return /^-?\d+(\.\d+)?$/.test(written) ? { key: written, range: value } : undefined;
  const isClosed = written.length > 1 && written.endsWith('"');
  const inside = { start: value.start + 1, end: isClosed ? value.end - 1 : value.end };
  const key = unescape(text.slice(inside.start, inside.end));
  return key.trim() === "" ? undefined : { key, range: inside };
}

function unescape(written: string): string {
  if (!written.includes("\\")) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

/**
 * Whether JSON is a bibliography by its shape, as opposed to settings, packages, maps or notebooks: one of its first items has an
 * id and a type of CSL, and what only sources have besides. A list without items is none. Looks at the beginning of the text alone.
 */
export function looksLikeCslJson(text: string): boolean {
  const start = text.slice(0, sampleLength);
  const elements = finish(scanItems(start, mostSamples))?.elements ?? [];
  const found = new ProblemList();
  return elements.some((element) => {
    const entry = readElement(start, element, found, new RepairAllowance());
    return entry !== undefined && isSource(entry.item);
  });
}

/** Types that other JSON has too, and items without a type, need more to be told by; `article-journal` and its kin do not. */
function isSource(item: CslItem): boolean {
  if (citationTypes.has(item.type) && (typeof item.title === "string" || /[-_]/.test(item.type))) return true;
  if (!citationTypes.has(item.type) && !commonTypes.has(item.type)) return false;
  const has = (name: string, isTelling: (value: unknown) => boolean): boolean => Object.hasOwn(item, name) && isTelling(item[name]);
  return [...nameVariables].some((name) => has(name, isNames))
    || [...dateVariables].some((name) => has(name, isDate))
    || (item.type !== "document" && tellingVariables.some((name) => has(name, () => true)));
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.some((name) => isObject(name) && ("family" in name || "literal" in name));
}

function isDate(value: unknown): boolean {
  return isObject(value) && ("date-parts" in value || "raw" in value || "literal" in value);
}
