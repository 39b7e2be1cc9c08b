import { ASSUME_ALL_ITEMS_REGISTERED, type Cite, type Citation, type CitationPlace, type Engine } from "citeproc";
import type { Pause } from "../../ports";
import { withoutLayout, withoutNoteNumbers } from "./switchedOff";

/** A citation as the processor keeps it. */
export interface EngineCitation {
  /** The source, one of the cites, whose author stands in the running text. */
  readonly author: string | undefined;
  /** Whether the style may change the order of the cites. */
  readonly isSorted: boolean;
  readonly cites: readonly Cite[];
  /** What follows them before the style ends the citation. */
  readonly suffix: string;
  readonly noteIndex: number;
}

/** Marked text. */
export interface CitationText {
  readonly author: string;
  readonly text: string;
  /** What each source of several would look like alone, in the order in which they are printed. */
  readonly cites: readonly CiteText[];
}

export interface CiteText {
  readonly id: string;
  readonly text: string;
}

/** The sources of a longer citation are not told apart: each is cited alone once more for that. */
const mostTold = 30;
const noText: CitationText = { author: "", text: "", cites: [] };

interface PlacedCitation extends EngineCitation {
  readonly citationID: string;
  readonly signature: string;
}

/** More changed citations than these are placed faster from scratch. */
export const mostEdits = 12;
/** Citations that the processor may put in relation to one another, which takes time that grows with their square; the rest of a longer work is cited as if for the first time. */
const mostPlaced = 5_000;
/** Sources that the processor is told of before the host gets its turn. */
const atOnce = 8;

/**
 * The citations of a document in a processor. It is told of what has changed since it was last asked, because placing all of them anew
 * takes a hundred times as long as placing one.
 */
export class CitedDocument {
  #placed: readonly PlacedCitation[] = [];
  #uncited = "";
  #lastId = 0;
  #texts: ReadonlyMap<string, CitationText> = new Map();

  /** Of a style that does not print where a source was cited first, notes stay as they are when a note comes before them. */
  constructor(readonly engine: Engine, readonly printsNoteNumbers: boolean, readonly pause: Pause) {}

  /** The text of each citation. `listed` are the ids of all sources that are to be on the list. */
  async update(citations: readonly EngineCitation[], listed: readonly string[]): Promise<readonly CitationText[]> {
    const placed = await this.#updatePlaced(citations.slice(0, mostPlaced), listed);
    const others: CitationText[] = [];
    for (const citation of citations.slice(mostPlaced)) {
      others.push({ text: this.engine.makeCitationCluster(withSuffix(citation)), author: this.#author(citation.author), cites: [] });
      await this.pause();
    }
    return [...placed, ...others];
  }

  async #updatePlaced(citations: readonly EngineCitation[], listed: readonly string[]): Promise<readonly CitationText[]> {
    const wanted = citations.map((citation) => ({ ...citation, signature: JSON.stringify([citation.author, citation.isSorted, citation.cites, citation.suffix]) }));
    const cited = new Set(citations.flatMap(({ cites }) => cites.map(({ id }) => id)));
    const uncited = listed.filter((id) => !cited.has(id));
    const { start, end } = changedRange(this.#placed, wanted);
    const next = wanted.map((citation, index) => {
      const kept = index < start ? this.#placed[index] : index >= end ? this.#placed[index - wanted.length + this.#placed.length] : undefined;
      return { ...citation, citationID: kept?.citationID ?? this.#newId() };
    });
    const isListed = this.#setUncited(uncited);
    const changed = end - start > mostEdits || next.length === 0 ? await this.#rebuild(next) : this.#edit(next, start, end, isListed);
    this.#placed = next;
    return this.#keepTexts(next, changed);
  }

  #newId(): string {
    return `c${++this.#lastId}`;
  }

  /** Whether others are on the list without being cited. They come first, as what is known of them counts when citations are made. */
  #setUncited(uncited: readonly string[]): boolean {
    const signature = JSON.stringify(uncited);
    if (signature === this.#uncited) return false;
    this.#uncited = signature;
    this.engine.updateUncitedItems(uncited);
    return true;
  }

  async #rebuild(next: readonly PlacedCitation[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(next.flatMap(({ cites }) => cites.map(({ id }) => id)))];
    for (let end = atOnce; end < ids.length; end += atOnce) {
      this.engine.updateItems(ids.slice(0, end));
      await this.pause();
    }
    this.engine.updateItems(ids);
    const texts = new Map<string, string>();
    for (const [index, citation] of next.entries()) {
      for (const [id, text] of this.#place(citation, next.slice(0, index), [], ASSUME_ALL_ITEMS_REGISTERED)) texts.set(id, text);
      await this.pause();
    }
    return texts;
  }

  #edit(next: readonly PlacedCitation[], start: number, end: number, isListed: boolean): ReadonlyMap<string, string> {
    const isMoved = isListed || this.#placed.length !== next.length || next.some(({ noteIndex }, index) => noteIndex !== this.#placed[index]?.noteIndex);
    const edited = start < end ? next.slice(start, end).map((_, index) => start + index) : isMoved ? [Math.min(start, next.length - 1)] : [];
    return new Map(edited.flatMap((index) => {
      const citation = next[index];
      // the processor does not know those of the changed ones that are yet to come
      return citation === undefined ? [] : this.#place(citation, next.slice(0, index), next.slice(Math.max(index + 1, end)));
    }));
  }

  /** The citations that change by placing one, itself among them. */
  #place(citation: PlacedCitation, before: readonly PlacedCitation[], after: readonly PlacedCitation[], flag?: number): readonly (readonly [id: string, text: string])[] {
    const place = (): ReturnType<Engine["processCitationCluster"]> => this.engine.processCitationCluster(toCitation(citation), before.map(placeOf), after.map(placeOf), flag);
    const [, changed] = this.printsNoteNumbers ? place() : withoutNoteNumbers(place);
    return changed.map(([, text, id]) => [id, text]);
  }

  async #keepTexts(placed: readonly PlacedCitation[], changed: ReadonlyMap<string, string>): Promise<readonly CitationText[]> {
    const texts = new Map<string, CitationText>();
    for (const { citationID, author } of placed) {
      const text = changed.get(citationID);
      const kept = text === undefined ? this.#texts.get(citationID) : { text, author: this.#author(author, citationID), cites: this.#cites(citationID) };
      texts.set(citationID, kept ?? noText);
      if (text !== undefined) await this.pause();
    }
    this.#texts = texts;
    return placed.map(({ citationID }) => texts.get(citationID) ?? noText);
  }

  #sorted(citationID: string): readonly Cite[] {
    return this.engine.registry.citationreg.citationById[citationID]?.sortedItems.map(([, cite]) => cite) ?? [];
  }

  #cites(citationID: string): readonly CiteText[] {
    const cites = this.#sorted(citationID);
    if (cites.length < 2 || cites.length > mostTold) return [];
    return cites.map((cite) => ({ id: cite.id, text: withoutLayout(this.engine, () => this.engine.makeCitationCluster([{ ...cite, prefix: "", suffix: "" }])) }));
  }

  #author(author: string | undefined, citationID = ""): string {
    if (author === undefined) return "";
    const placed = this.#sorted(citationID).find((cite) => cite.id === author);
    return withoutLayout(this.engine, () => this.engine.makeCitationCluster([{ id: author, "author-only": true, ...placed?.position !== undefined && { position: placed.position } }]));
  }
}

/** What follows the cites as part of the last of them. */
function withSuffix({ cites, suffix }: EngineCitation): readonly Cite[] {
  return cites.map((cite, index) => index === cites.length - 1 && suffix !== "" ? { ...cite, suffix: (cite.suffix ?? "") + suffix } : { ...cite });
}

function toCitation({ citationID, isSorted, cites, suffix, noteIndex }: PlacedCitation): Citation {
  return { citationID, citationItems: cites.map((cite) => ({ ...cite })), properties: { noteIndex, ...suffix !== "" && { suffix }, ...!isSorted && { unsorted: true } } };
}

function placeOf({ citationID, noteIndex }: PlacedCitation): CitationPlace {
  return [citationID, noteIndex];
}

/** Where the second list differs from the first: what stands before and behind is the same in both. */
export function changedRange(before: readonly { readonly signature: string }[], after: readonly { readonly signature: string }[]): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < before.length && start < after.length && before[start]?.signature === after[start]?.signature) start++;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before.at(-1 - same)?.signature === after.at(-1 - same)?.signature) same++;
  return { start, end: after.length - same };
}
