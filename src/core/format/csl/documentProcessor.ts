import type { Engine } from "citeproc";
import type { CslItem } from "../../model/cslItem";
import type { DocumentToFormat, Pause } from "../../ports";
import type { Reference } from "../markup/reference";
import { canBeSorted, citationParts, type CitationPart, type CitedSource } from "./citationParts";
import { citePieces, type CitePiece, type PlainCite } from "./citePieces";
import { CitedDocument } from "./citedDocument";
import { withoutAffixes, withoutDelimiter, withoutEmptyCites } from "./emptyCites";
import { createEngine } from "./engine";
import type { ItemReference } from "./bibliography";
import { inParentheses, joinReferences, startNote } from "./joinReferences";
import { ListOfReferences } from "./listOfReferences";
import { plainCitation } from "./plainCitation";
import { firstNames } from "./nameMarks";
import { readPrinted, withPunctuationInQuotes } from "./printed";
import { processorItem } from "./processorItem";
import type { LoadedStyle } from "./styles";
import { attachWords, citationOfWords, printWords, type KnownCites } from "./unknownCites";

/** A citation, independent of how it will be written. */
export interface RenderedCitation {
  readonly reference: Reference;
  readonly isNote: boolean;
  /** What stands before the note. */
  readonly inText: Reference | undefined;
  /** The citation in the pieces of its sources, by the ids of their items; empty where there is one source, or none can be told. */
  readonly pieces: readonly CitePiece[];
}

export interface RenderedDocument {
  readonly citations: readonly RenderedCitation[];
  readonly references: readonly ItemReference[];
}

/** A style in a language, and the document that was last rendered in it. */
export class DocumentProcessor {
  readonly #engine: Engine;
  readonly #cited: CitedDocument;
  readonly #list: ListOfReferences;
  readonly #items = new Map<string, object>();
  /** Ids by what the items hold, as the processor keeps what it knows of an id. */
  #ids: ReadonlyMap<string, string> = new Map();
  /** With a letter, as the processor keeps ids in an object, which puts numbers in an order of its own. */
  #lastId = 0;

  /** Long work leaves the host its turns by `pause`; nothing else may be asked of the processor meanwhile. */
  constructor(style: LoadedStyle, pause: Pause) {
    this.#engine = createEngine(style, "document", (id) => this.#items.get(id) ?? {});
    this.#cited = new CitedDocument(this.#engine, JSON.stringify(style.xml()).includes("first-reference-note-number"), pause);
    this.#list = new ListOfReferences(this.#engine, style.xml(), pause);
  }

  /** Rejects where an item upsets the processor, which is then in no state to be used again. Items of `plain` are kept from it. */
  async render({ citations, items }: DocumentToFormat, plain: ReadonlySet<CslItem>): Promise<RenderedDocument> {
    const sources = this.#register(items, plain);
    const sourceOf = (key: string): CitedSource => sources.byKey.get(key) ?? { words: key, isUnknown: true };
    const rendered = await this.#renderCitations(citations.map((citation, index) => ({
      parts: citationParts(citation, sourceOf), noteNumber: citation.noteNumber ?? index + 1, isInNote: citation.isInNote === true,
    })), sources.items);
    for (const id of this.#items.keys()) if (!sources.items.has(id)) this.#items.delete(id);
    const references = (await this.#list.references()).flatMap(({ id, reference }) => {
      const item = sources.items.get(id);
      return item === undefined ? [] : [{ item, reference }];
    });
    return { citations: rendered, references };
  }

  /** Gives each item its id. Of items with one key the first counts. */
  #register(items: readonly CslItem[], plain: ReadonlySet<CslItem>): { readonly byKey: ReadonlyMap<string, CitedSource>; readonly items: ReadonlyMap<string, CslItem> } {
    const byKey = new Map<string, CitedSource>();
    const byId = new Map<string, CslItem>();
    const ids = new Map<string, string>();
    for (const item of items) {
      if (byKey.has(item.id)) continue;
      if (plain.has(item)) {
        byKey.set(item.id, { words: plainCitation(item), isUnknown: false });
        continue;
      }
      const content = JSON.stringify(item);
      const id = this.#ids.get(content) ?? `i${++this.#lastId}`;
      if (!this.#items.has(id)) this.#items.set(id, processorItem(item, id));
      ids.set(content, id);
      byId.set(id, item);
      byKey.set(item.id, { id });
    }
    this.#ids = ids;
    return { byKey, items: byId };
  }

  async #renderCitations(citations: readonly PlacedCitation[], items: ReadonlyMap<string, CslItem>): Promise<readonly RenderedCitation[]> {
    const isNote = this.#engine.opt.xclass === "note";
    const isSorting = this.#engine.citation_sort.tokens.length > 0;
    const parts = citations.flatMap(({ parts: own, noteNumber, isInNote }) => own.map((part) => {
      const isSorted = canBeSorted(part);
      return { noteIndex: isNote ? noteNumber : 0, isInNote: isNote && isInNote, author: part.author, isSorted, ...attachWords(part.cites, isSorted && isSorting, this.#engine) };
    }));
    const known = parts.filter(({ cites }) => cites.length > 0);
    const texts = await this.#cited.update(known.map(({ noteIndex, author, cites, suffix, isSorted }) => ({ author, cites, suffix, isSorted, noteIndex })), [...items.keys()]);
    const textOf = new Map(known.map((part, place) => [part, texts[place]]));
    const keyOf = (id: string): string => items.get(id)?.id ?? id;
    const rendered = parts.map((part) => {
      const author = this.#readAuthor(textOf.get(part)?.author ?? "");
      const text = textOf.get(part)?.text ?? citationOfWords(part.words, this.#engine);
      const reference = this.#readCitation(part.isInNote ? withoutAffixes(text, this.#engine) : text, part);
      const cites = (textOf.get(part)?.cites ?? []).map(({ id, text }) => ({ id: keyOf(id), text: plainText(this.#read(text)) }));
      if (cites.length > 0 && part.author !== undefined && !isNote) cites.unshift({ id: keyOf(part.author), text: plainText(author) });
      return { author, cites, reference: author.length + reference.length === 0 ? this.#inPlainWords(part, items) : reference };
    });
    let next = 0;
    return citations.map(({ parts: { length }, isInNote }) => {
      const own = rendered.slice(next, next += length);
      return withPieces(isNote && isInNote ? composeInNote(own) : compose(own, isNote), own);
    });
  }

  #read(text: string): Reference {
    return readPrinted(withoutEmptyCites(text, [], this.#engine), this.#engine);
  }

  /** A citation of which the style prints nothing although its author was not left away. */
  #inPlainWords({ author, cites }: KnownCites & Pick<CitationPart, "author">, items: ReadonlyMap<string, CslItem>): Reference {
    const words = cites.flatMap(({ id, "suppress-author": isSuppressed }) => {
      const item = isSuppressed === true && author !== id ? undefined : items.get(id);
      return item === undefined ? [] : [{ words: plainCitation(item), isUnknown: false, prefix: "", suffix: "" }];
    });
    return words.length === 0 ? [] : readPrinted(citationOfWords(words, this.#engine), this.#engine);
  }

  #readAuthor(text: string): Reference {
    return readPrinted(withoutDelimiter(withoutEmptyCites(firstNames(text), [], this.#engine)), this.#engine);
  }

  #readCitation(text: string, { cites, words }: KnownCites): Reference {
    const printed = printWords(withoutEmptyCites(text, cites, this.#engine), words, this.#engine);
    return readPrinted(withPunctuationInQuotes(printed, this.#engine), this.#engine);
  }
}

interface PlacedCitation {
  readonly parts: readonly CitationPart[];
  readonly noteNumber: number;
  readonly isInNote: boolean;
}

interface RenderedPart {
  readonly author: Reference;
  readonly reference: Reference;
  readonly cites: readonly PlainCite[];
}

function plainText(reference: Reference): string {
  return reference.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");
}

function withPieces(citation: Omit<RenderedCitation, "pieces">, parts: readonly RenderedPart[]): RenderedCitation {
  const cites = parts.flatMap((part) => part.cites);
  return { ...citation, pieces: cites.length === 0 ? [] : citePieces(citation.reference, cites) };
}

/** A citation in a footnote of the writer's, as Pandoc has it: in parentheses, or behind the author who stands in the text. */
function composeInNote(parts: readonly RenderedPart[]): Omit<RenderedCitation, "pieces"> {
  const words = parts.map(({ author, reference }) => author.length > 0 ? joinReferences([author, reference], ", ") : inParentheses(reference));
  return { reference: joinReferences(words, "; "), isNote: false, inText: undefined };
}

function compose(parts: readonly RenderedPart[], isNote: boolean): Omit<RenderedCitation, "pieces"> {
  if (!isNote) return { reference: joinReferences(parts.map(({ author, reference }) => joinReferences([author, reference], " ")), "; "), isNote, inText: undefined };
  const inText = joinReferences(parts.map(({ author }) => author), "; ");
  return { reference: startNote(joinReferences(parts.map(({ reference }) => reference), " ")), isNote, inText: inText.length === 0 ? undefined : inText };
}
