import type { Engine } from "citeproc";
import type { CslItem } from "../../model/cslItem";
import type { Reference } from "../markup/reference";
import { createEngine, nothingPrinted, type EngineTask } from "./engine";
import { makeEntries, type Entry } from "./entries";
import { readPrinted } from "./printed";
import { processorItem } from "./processorItem";
import type { LoadedStyle } from "./styles";

/** The reference of one of the items given, by its place among them. */
export interface PlacedReference {
  readonly place: number;
  readonly reference: Reference;
}

/** A style in a language, ready to format. Building one takes tens of milliseconds, using it few. */
export class Processor {
  readonly #engine: Engine;
  #items: ReadonlyMap<string, object> = new Map();
  /** The processor keeps what it knows of an id, so that no id is used twice. */
  #lastId = 0;

  constructor(style: LoadedStyle, task: EngineTask) {
    this.#engine = createEngine(style, task, (id) => this.#items.get(id) ?? {});
  }

  /** The references in the order of the style. Items of which the style prints nothing have none. Throws where an item upsets the processor. */
  bibliography(items: readonly CslItem[]): readonly PlacedReference[] {
    const numbered = items.map((item, place) => ({ item, place, id: String(++this.#lastId) }));
    const places = new Map(numbered.map(({ id, place }) => [id, place]));
    this.#items = new Map(numbered.map(({ item, id }) => [id, processorItem(item, id)]));
    try {
      return this.#entries([...places.keys()]).flatMap(([id, text]) => {
        const reference = readPrinted(text, this.#engine);
        const place = places.get(id);
        return place === undefined || reference.length === 0 || text.includes(nothingPrinted) ? [] : [{ place, reference }];
      });
    } finally {
      this.#items = new Map();
    }
  }

  #entries(ids: readonly string[]): readonly Entry[] {
    this.#engine.updateItems(ids);
    // a style without a list of references prints a source in its notes
    return makeEntries(this.#engine) ?? ids.map((id) => [id, this.#engine.makeCitationCluster([{ id }])]);
  }
}
