import type { Reference, Run } from "../markup/reference";

/** A piece of a citation, and the source that it is of; what stands between cites is of none. */
export interface CitePiece {
  readonly id: string | undefined;
  readonly runs: readonly Run[];
}

/** What a source looks like when it is cited alone. */
export interface PlainCite {
  readonly id: string;
  readonly text: string;
}

interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A citation in the pieces that its cites have in it. A cite that has lost its author to the one before is found by its date or number; one
 * that has become part of a range (“1–3”) has no piece. The pieces are the citation.
 */
export function citePieces(reference: Reference, cites: readonly PlainCite[]): readonly CitePiece[] {
  const runs = reference.flatMap((block) => block.runs);
  const places = findCites(runs.map(({ text }) => text).join("").toLowerCase(), cites);
  const pieces: CitePiece[] = [];
  let position = 0;
  for (const { id, start, end } of places) {
    if (start > position) pieces.push({ id: undefined, runs: cutRuns(runs, position, start) });
    pieces.push({ id, runs: cutRuns(runs, start, end) });
    position = end;
  }
  const rest = cutRuns(runs, position, Infinity);
  return rest.length === 0 ? pieces : [...pieces, { id: undefined, runs: rest }];
}

/** Each behind the one before. A cite that is found only behind a later one is another text that happens to look like it. */
function findCites(text: string, cites: readonly PlainCite[]): readonly Found[] {
  const found: Found[] = [];
  for (const [index, cite] of cites.entries()) {
    const position = found.at(-1)?.end ?? 0;
    const place = findCite(text, cite, position);
    const next = cites[index + 1];
    const isBehind = place !== undefined && next !== undefined && (findCite(text, next, position)?.start ?? Infinity) < place.start;
    if (place !== undefined && !isBehind) found.push(place);
  }
  return found;
}

function findCite(text: string, cite: PlainCite, position: number): Found | undefined {
  const whole = cite.text.toLowerCase().trim();
  const date = [...whole.matchAll(/\d{4}\p{L}{0,2}/gu)].at(-1)?.[0];
  // a full stop may have come between a title and its quotation mark
  for (const wanted of [whole, whole.replace(/[”’»“]+$/, ""), ...date === undefined ? [] : [date]]) {
    const start = wanted === "" ? -1 : indexOfWords(text, wanted, position);
    if (start >= 0) return { id: cite.id, start, end: start + wanted.length };
  }
  return undefined;
}

/** Where words stand that are not part of longer ones. */
function indexOfWords(text: string, words: string, position: number): number {
  for (let at = text.indexOf(words, position); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWithinWord(text, at) && !isWithinWord(text, at + words.length)) return at;
  }
  return -1;
}

function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0;
}

function cutRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  let position = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - position), Math.max(0, end - position));
    position += run.text.length;
    return text === "" ? [] : [{ ...run, text }];
  });
}
