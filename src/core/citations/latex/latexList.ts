import type { TextRange } from "../../model/textRange";
import { readListPlace, skipBlanks } from "./latexListPlace";
import type { LatexListPlace } from "./latexListPlace";
import { foldSource } from "./latexSpace";
import { isLineEnd } from "../../text/lineEnds";

export interface LatexListItem {
  /** Without surrounding space; empty at the place where one would type. */
  readonly range: TextRange;
  /** What is written, on one line and without comments; empty in an empty place. */
  readonly text: string;
  /** The options before it (REVTeX's `*[see][p. 3]key`): prenote and postnote. */
  readonly notes: readonly TextRange[];
}

/** A comma-separated argument. */
export interface LatexList {
  /** Its places, empty ones too; those that hold commands or `#1` are left out. */
  readonly items: readonly LatexListItem[];
  /** Behind the closing brace, or behind what still belongs to the list. */
  readonly end: number;
  readonly isClosed: boolean;
  /** It has more places than are read. */
  readonly isCut: boolean;
}

/** Of one list as many places are read. */
const mostPlaces = 100_000;

/**
 * Reads the argument whose brace stands at `open`. It ends at `}`; without one, where no key can go on: before a command, a brace,
 * a blank line and, as prose may follow, behind a word that another follows.
 * `isDoubtful` says that a brace around it is unclosed, so that the `}` may belong to that one.
 */
export function readLatexList(text: string, open: number, limit: number, isDoubtful: boolean): LatexList {
  const places = readPlaces(text, open + 1, limit);
  const last = places.at(-1);
  const isCut = last?.terminator === ",";
  const close = isCut ? text.indexOf("}", last.end) : -1;
  if (isCut && close >= 0 && close < limit) return { items: itemsOf(text, places), end: close + 1, isClosed: true, isCut };
  const isClosed = last?.terminator === "}" && !(isDoubtful && places.some(hasSeveralWords));
  const kept = isClosed ? places : beforeProse(text, places, open);
  return { items: itemsOf(text, kept), end: isClosed ? last.end + 1 : kept.at(-1)?.range.end ?? open + 1, isClosed, isCut };
}

/** Reads a list whose ends are known. */
export function readLatexListIn(text: string, range: TextRange): readonly LatexListItem[] {
  return itemsOf(text, readPlaces(text, range.start, range.end));
}

function readPlaces(text: string, start: number, limit: number): readonly LatexListPlace[] {
  const places: LatexListPlace[] = [];
  let place = readListPlace(text, start, limit);
  places.push(place);
  while (place.terminator === "," && places.length < mostPlaces) {
    place = readListPlace(text, place.end + 1, limit);
    places.push(place);
  }
  return places;
}

function itemsOf(text: string, places: readonly LatexListPlace[]): readonly LatexListItem[] {
  return places.filter(({ isReadable }) => isReadable).map(({ range, notes }) => ({ range: withoutSpace(text, range), text: foldSource(text.slice(range.start, range.end)), notes }));
}

/** White space that TeX takes for letters, as a no-break space is, is no part of a key either. */
function withoutSpace(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start === range.start && end === range.end || start === end ? range : { start, end };
}

function hasSeveralWords(place: LatexListPlace): boolean {
  return place.firstWordEnd < place.range.end;
}

/** Of an unclosed list, the places before the first that goes on as prose, and that one's first word. */
function beforeProse(text: string, places: readonly LatexListPlace[], open: number): readonly LatexListPlace[] {
  const index = places.findIndex(hasSeveralWords);
  const prose = places[index];
  if (prose === undefined) return places;
  const start = (places[index - 1]?.end ?? open) + 1;
  const range = isLineOfProse(text, start, prose) ? emptyAt(skipBlanks(text, start, prose.range.start)) : { start: prose.range.start, end: prose.firstWordEnd };
  return [...places.slice(0, index), { ...prose, range, isReadable: true, firstWordEnd: range.end }];
}

/** The next line is no part of the list where it holds several words; a key alone on its line is. */
function isLineOfProse(text: string, start: number, place: LatexListPlace): boolean {
  const startsOnNextLine = isLineEnd(text.charCodeAt(skipBlanks(text, start, place.range.start)));
  const behindWord = skipBlanks(text, place.firstWordEnd, place.range.end);
  return startsOnNextLine && !isLineEnd(text.charCodeAt(behindWord));
}

function emptyAt(offset: number): TextRange {
  return { start: offset, end: offset };
}
