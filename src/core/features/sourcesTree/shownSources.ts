import type { LibraryPart } from "../../library/library";
import { searchIndexOf } from "../../library/searchIndex";
import { mayHaveTypos, readQuery } from "../../library/searchQuery";
import type { BibliographyEntry } from "../../model/bibliography";
import { SteppedWork, type Turns } from "../../steps";
import { entriesInOneStep } from "./facet";
import { exclusionOf, isFiltered, type SourcesFilter, type SourcesOptions } from "./options";
import { positionOf } from "../../library/entryPositions";
import { yearNumber } from "./sortKey";
import { traitOf, type Trait } from "./traits";

/** Of each entry, by its position, 1 where it is shown. */
type Flags = Uint8Array;

/** Which sources of each library the writer's filter leaves; a library that is not named shows all. `undefined` if nobody asks any more. */
export async function findShown(
  parts: readonly LibraryPart[], { filter, excluded }: SourcesOptions, isCited: (entry: BibliographyEntry) => boolean, turns: Turns,
): Promise<ReadonlyMap<LibraryPart, Flags> | undefined> {
  if (!isFiltered(filter) && excluded.length === 0) return new Map();
  const found = filter.query.trim() === "" ? new Map<LibraryPart, Flags>() : await searchEach(parts, filter.query, turns);
  if (found === undefined) return undefined;
  const shown = new Map<LibraryPart, Flags>();
  for (const part of parts) {
    const flags = found.get(part) ?? new Uint8Array(part.bibliography.entries.length).fill(1);
    if (!await applyTraits(flags, part, filter, turns)) return undefined;
    const isAsked = filter.citation !== "any" || filter.types.length > 0 || filter.years.length > 0;
    if (isAsked && !await leaveOut(flags, part, (entry) => isShown(entry, filter, isCited), turns)) return undefined;
    leaveOutExcluded(flags, part, excluded);
    shown.set(part, flags);
  }
  return shown;
}

function isShown(entry: BibliographyEntry, { citation, types, years }: SourcesFilter, isCited: (entry: BibliographyEntry) => boolean): boolean {
  const { type, year } = entry.summary;
  return (citation === "any" || isCited(entry) === (citation === "cited")) && (types.length === 0 || types.includes(type)) && isWithin(year, years);
}

function isWithin(year: string, years: SourcesFilter["years"]): boolean {
  if (years.length === 0) return true;
  const number = yearNumber(year);
  return number !== undefined && number >= years[0] && number <= years[1];
}

/** By the same search as completion: where nothing matches in any library, words with a typo count. */
async function searchEach(parts: readonly LibraryPart[], text: string, turns: Turns): Promise<ReadonlyMap<LibraryPart, Flags> | undefined> {
  for (const { bibliography } of parts) {
    const preparation = new SteppedWork(() => searchIndexOf(bibliography).prepare());
    await preparation.finish(turns);
    if (preparation.done === undefined) return undefined;
  }
  const query = readQuery(text);
  const exact = parts.map(({ bibliography }) => searchIndexOf(bibliography).search(query, false).positions);
  const found = exact.some(({ length }) => length > 0) || !mayHaveTypos(query)
    ? exact
    : parts.map(({ bibliography }) => searchIndexOf(bibliography).search(query, true).positions);
  return new Map(parts.map((part, number) => [part, flagsAt(found[number] ?? new Int32Array(), part.bibliography.entries.length)]));
}

function flagsAt(positions: Int32Array, length: number): Flags {
  const flags = new Uint8Array(length);
  for (const position of positions) flags[position] = 1;
  return flags;
}

async function applyTraits(flags: Flags, { bibliography }: LibraryPart, filter: SourcesFilter, turns: Turns): Promise<boolean> {
  const wanted = (["hasProblems", "lacksDoi"] as const satisfies readonly Trait[]).filter((name) => filter[name]);
  for (const name of wanted) {
    const has = await traitOf(bibliography, name).finish(turns);
    if (has === undefined) return false;
    has.forEach((value, position) => {
      if (value === 0) flags[position] = 0;
    });
  }
  return true;
}

/** Few are excluded: they are looked up, not all others. */
function leaveOutExcluded(flags: Flags, { uri, bibliography }: LibraryPart, excluded: readonly string[]): void {
  const prefix = exclusionOf(uri, "");
  for (const name of excluded) {
    const entry = name.startsWith(prefix) ? searchIndexOf(bibliography).entryOf(name.slice(prefix.length)) : undefined;
    if (entry !== undefined) flags[positionOf(bibliography.entries, entry)] = 0;
  }
}

async function leaveOut(flags: Flags, { bibliography: { entries } }: LibraryPart, holds: (entry: BibliographyEntry) => boolean, { pause, token }: Turns): Promise<boolean> {
  for (const [position, entry] of entries.entries()) {
    if (position % entriesInOneStep === 0) {
      await pause();
      if (token.isCancellationRequested) return false;
    }
    if (flags[position] === 1 && !holds(entry)) flags[position] = 0;
  }
  return true;
}
