import type { CslItem } from "../../model/cslItem";
import type { DocumentToFormat } from "../../ports";
import type { BibliographyFormatter } from "./bibliography";
import { DocumentProcessor, type RenderedDocument } from "./documentProcessor";
import { LruCache } from "./lruCache";
import { plainReference } from "./plainReference";
import type { LoadedStyle } from "./styles";

/** Documents, or styles of one, that are looked at in turn. */
const mostProcessors = 4;

/** Formats documents and keeps the processors that were used last, which then only hear of what has changed. */
export class DocumentFormatter {
  readonly #processors = new LruCache<DocumentProcessor>(mostProcessors);

  constructor(readonly bibliographies: BibliographyFormatter) {}

  /** An item that upsets the processor is cited and listed in plain words. Throws `BrokenStyleError`. */
  format(document: DocumentToFormat, style: LoadedStyle): RenderedDocument {
    const rendered = this.#tryFormat(document, style, new Set())
      ?? this.#tryFormat(document, style, this.#upsetting(document.items, style))
      ?? this.#tryFormat(document, style, new Set(document.items));
    const references = rendered?.references ?? [];
    const listed = new Set(references.map(({ item }) => item.id));
    const missing = document.items.flatMap((item) => {
      if (listed.has(item.id)) return [];
      listed.add(item.id);
      return [{ item, reference: plainReference(item) }];
    });
    return { citations: rendered?.citations ?? [], references: [...references, ...missing] };
  }

  #tryFormat(document: DocumentToFormat, style: LoadedStyle, plain: ReadonlySet<CslItem>): RenderedDocument | undefined {
    const processor = this.#processors.get(style.key) ?? new DocumentProcessor(style);
    this.#processors.set(style.key, processor);
    try {
      return processor.render(document, plain);
    } catch {
      this.#processors.delete(style.key);
      return undefined;
    }
  }

  #upsetting(items: readonly CslItem[], style: LoadedStyle): ReadonlySet<CslItem> {
    return new Set(items.filter((item) => !this.bibliographies.canFormat(item, style)));
  }
}
