import { valuesOf } from "../../bibliography/entryValues";
import { doiIn } from "../../bibliography/identifiers";
import { verbatimText } from "../../format/fromBibtex/verbatim";
import type { Bibliography, BibliographyEntry } from "../../model/bibliography";
import { SteppedWork } from "../../steps";
import { missingFields } from "../requiredFields";
import { entriesInOneStep } from "./facet";
import { positionAt } from "../../library/entryPositions";

/** What a filter asks of entries and an index does not know; 1 at the position of an entry that has it. */
export type Trait = "hasProblems" | "lacksDoi";

const traits = new WeakMap<Bibliography, Map<Trait, SteppedWork<Uint8Array>>>();

/** The same for all who ask, made once. */
export function traitOf(bibliography: Bibliography, name: Trait): SteppedWork<Uint8Array> {
  const known = traits.get(bibliography) ?? new Map<Trait, SteppedWork<Uint8Array>>();
  traits.set(bibliography, known);
  const trait = known.get(name) ?? new SteppedWork(() => name === "lacksDoi" ? findEach(bibliography, lacksDoi) : findProblems(bibliography));
  known.set(name, trait);
  return trait;
}

function* findEach({ entries }: Bibliography, holds: (entry: BibliographyEntry) => boolean): Generator<void, Uint8Array> {
  const found = new Uint8Array(entries.length);
  for (const [position, entry] of entries.entries()) {
    if (position % entriesInOneStep === 0) yield;
    if (holds(entry)) found[position] = 1;
  }
  return found;
}

function* findProblems(bibliography: Bibliography): Generator<void, Uint8Array> {
  const found = yield* findEach(bibliography, (entry) => missingFields(entry).length > 0);
  for (const { range } of bibliography.problems) {
    const position = positionAt(bibliography.entries, range.start);
    if (position >= 0) found[position] = 1;
  }
  return found;
}

const addressFields = ["doi", "url"];

function lacksDoi(entry: BibliographyEntry): boolean {
  if (entry.format !== "bibtex") {
    const { DOI, URL } = entry.item;
    return [DOI, URL].every((value) => doiIn(textOf(value)) === undefined);
  }
  return valuesOf(entry, addressFields).every((value) => doiIn(verbatimText(value)) === undefined);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
