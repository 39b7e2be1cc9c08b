import type { Engine } from "citeproc";
import type { CslItem } from "../../model/cslItem";
import type { DocumentToFormat, Pause } from "../../ports";
import type { Reference } from "../markup/reference";
import { canBeSorted, citationParts, type CitationPart, type CitedSource } from "./citationParts";
import { CitedDocument } from "./citedDocument";
import { withoutDelimiter, withoutEmptyCites } from "./emptyCites";
import { createEngine } from "./engine";
import type { ItemReference } from "./bibliography";
import { joinReferences, startNote } from "./joinReferences";
import { ListOfReferences } from "./listOfReferences";
import { plainCitation } from "./plainReference";
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
    const rendered = await this.#renderCitations(citations.map((citation) => citationParts(citation, sourceOf)), sources.items);
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

  async #renderCitations(citations: readonly (readonly CitationPart[])[], items: ReadonlyMap<string, CslItem>): Promise<readonly RenderedCitation[]> {
    const isNote = this.#engine.opt.xclass === "note";
    const isSorting = this.#engine.citation_sort.tokens.length > 0;
    const parts = citations.flatMap((own, index) => own.map((part) => {
      const isSorted = canBeSorted(part);
      return { index, author: part.author, isSorted, ...attachWords(part.cites, isSorted && isSorting, this.#engine) };
    }));
    const known = parts.filter(({ cites }) => cites.length > 0);
    const texts = await this.#cited.update(known.map(({ index, author, cites, suffix, isSorted }) => ({ author, cites, suffix, isSorted, noteIndex: isNote ? index + 1 : 0 })), [...items.keys()]);
    const textOf = new Map(known.map((part, place) => [part, texts[place]]));
    const rendered = parts.map((part) => {
      const author = this.#readAuthor(textOf.get(part)?.author ?? "");
      const reference = this.#readCitation(textOf.get(part)?.text ?? citationOfWords(part.words, this.#engine), part);
      return { author, reference: author.length + reference.length === 0 ? this.#inPlainWords(part, items) : reference };
    });
    let next = 0;
    return citations.map((own) => compose(rendered.slice(next, next += own.length), isNote));
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

interface RenderedPart {
  readonly author: Reference;
  readonly reference: Reference;
}

function compose(parts: readonly RenderedPart[], isNote: boolean): RenderedCitation {
  if (!isNote) return { reference: joinReferences(parts.map(({ author, reference }) => joinReferences([author, reference], " ")), "; "), isNote, inText: undefined };
  const inText = joinReferences(parts.map(({ author }) => author), "; ");
  return { reference: startNote(joinReferences(parts.map(({ reference }) => reference), " ")), isNote, inText: inText.length === 0 ? undefined : inText };
}
