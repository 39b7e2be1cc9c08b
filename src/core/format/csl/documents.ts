import type { CslItem } from "../../model/cslItem";
import type { CitationToFormat, DocumentToFormat, Pause } from "../../ports";
import { plainReference } from "../plain/plainReference";
import type { BibliographyFormatter } from "./bibliography";
import { changedRange, mostEdits } from "./citedDocument";
import { DocumentProcessor, type RenderedDocument } from "./documentProcessor";
import type { LoadedStyle } from "./styles";

/** Documents, or styles of one, that are looked at in turn. */
const mostProcessors = 4;

interface KnownDocument {
  /** Of its style. */
  readonly key: string;
  readonly processor: DocumentProcessor;
  /** What was rendered last, to see whether it is the same document, edited. */
  readonly citations: readonly Signed[];
}

interface Signed {
  readonly signature: string;
}

/** Formats documents and keeps the processors that were used last, which then only hear of what has changed. */
export class DocumentFormatter {
  /** The one that was used last comes first. */
  #known: readonly KnownDocument[] = [];

  /** Ends with the last document that was to be formatted: a processor can do one at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly bibliographies: BibliographyFormatter, readonly pause: Pause) {}

  /** An item that upsets the processor is cited and listed in plain words. Rejects with `BrokenStyleError`. */
  format(document: DocumentToFormat, style: LoadedStyle): Promise<RenderedDocument> {
    const rendered = this.#queue.then(() => this.#format(document, style));
    this.#queue = rendered.catch(() => undefined);
    return rendered;
  }

  async #format(document: DocumentToFormat, style: LoadedStyle): Promise<RenderedDocument> {
    const rendered = await this.#tryFormat(document, style, new Set())
      ?? await this.#tryFormat(document, style, this.#upsetting(document.items, style))
      ?? await this.#tryFormat(document, style, new Set(document.items));
    const references = rendered?.references ?? [];
    const listed = new Set(references.map(({ item }) => item.id));
    const missing = document.items.flatMap((item) => {
      if (listed.has(item.id)) return [];
      listed.add(item.id);
      return [{ item, reference: plainReference(item) }];
    });
    return { citations: rendered?.citations ?? [], references: [...references, ...missing] };
  }

  async #tryFormat(document: DocumentToFormat, style: LoadedStyle, plain: ReadonlySet<CslItem>): Promise<RenderedDocument | undefined> {
    const citations = document.citations.map(sign);
    const known = this.#nearest(citations, style.key);
    const others = this.#known.filter((one) => one !== known);
    this.#known = others;
    const processor = known?.processor ?? new DocumentProcessor(style, this.pause);
    try {
      const rendered = await processor.render(document, plain);
      this.#known = [{ key: style.key, processor, citations }, ...others].slice(0, mostProcessors);
      return rendered;
    } catch {
      return undefined;
    }
  }

  /** The processor of this document before it was edited, or of one so short that nothing is lost. */
  #nearest(citations: readonly Signed[], key: string): KnownDocument | undefined {
    return this.#known.find((known) => {
      if (known.key !== key) return false;
      const { start, end } = changedRange(known.citations, citations);
      const added = end - start;
      const kept = citations.length - added;
      const removed = known.citations.length - kept;
      return added + removed <= 2 * mostEdits || 2 * kept >= Math.max(citations.length, known.citations.length);
    });
  }

  #upsetting(items: readonly CslItem[], style: LoadedStyle): ReadonlySet<CslItem> {
    return new Set(items.filter((item) => !this.bibliographies.canFormat(item, style)));
  }
}

function sign({ citationItems }: CitationToFormat): Signed {
  return { signature: JSON.stringify(citationItems.map(({ key, mode, prefix, suffix, locator }) => [key, mode, prefix, suffix, locator])) };
}
