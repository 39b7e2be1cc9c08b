import type { CslItem } from "../../model/cslItem";
import type { Reference } from "../markup/reference";
import { plainReference } from "../plain/plainReference";
import { LruCache } from "./lruCache";
import { Processor, type PlacedReference } from "./processor";
import type { LoadedStyle } from "./styles";

export interface ItemReference {
  readonly item: CslItem;
  readonly reference: Reference;
}

/** Styles in use at a time, each for hovers and for lists. */
const mostProcessors = 8;

/** Formats lists of references and keeps the processors of the styles that were used last. */
export class BibliographyFormatter {
  readonly #processors = new LruCache<Processor>(mostProcessors);

  /**
   * A reference for each item, in the order of the style; an item that nothing can be printed of comes last, in plain words. Throws
   * `BrokenStyleError`.
   */
  format(items: readonly CslItem[], style: LoadedStyle): readonly ItemReference[] {
    const placed = this.#tryFormat(items, style) ?? this.#formatSound(items, style);
    const done = new Set(placed.map(({ place }) => place));
    const missing = items.flatMap((item, place) => done.has(place) ? [] : [{ place, reference: plainReference(item) }]);
    return [...placed, ...missing].flatMap(({ place, reference }) => {
      const item = items[place];
      return item === undefined ? [] : [{ item, reference }];
    });
  }

  /** Whether the processor can take an item. */
  canFormat(item: CslItem, style: LoadedStyle): boolean {
    return this.#tryFormat([item], style) !== undefined;
  }

  /** `undefined` where an item upsets the processor, which is then in no state to be used again. */
  #tryFormat(items: readonly CslItem[], style: LoadedStyle): readonly PlacedReference[] | undefined {
    const task = items.length > 1 ? "list of references" : "one reference";
    const key = task + style.key;
    const processor = this.#processors.get(key) ?? new Processor(style, task);
    this.#processors.set(key, processor);
    try {
      return processor.bibliography(items);
    } catch {
      this.#processors.delete(key);
      return undefined;
    }
  }

  /** The references of those items that can be formatted by themselves. */
  #formatSound(items: readonly CslItem[], style: LoadedStyle): readonly PlacedReference[] {
    const sound = items.flatMap((item, place) => !this.canFormat(item, style) ? [] : [{ item, place }]);
    const placed = this.#tryFormat(sound.map(({ item }) => item), style) ?? [];
    return placed.map(({ place, reference }) => ({ place: sound[place]?.place ?? place, reference }));
  }
}
