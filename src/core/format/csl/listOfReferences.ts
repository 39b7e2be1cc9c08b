import type { Engine, XmlElement } from "citeproc";
import type { Pause } from "../../ports";
import type { Reference } from "../markup/reference";
import { nothingPrinted } from "./engine";
import { makeEntries } from "./entries";
import { markNumbers, numberMark } from "./numberMarks";
import { readPrinted } from "./printed";

export interface ListedReference {
  readonly id: string;
  readonly reference: Reference;
}

interface KnownEntry extends ListedReference {
  /** What an entry is made of; an entry that has the same is the same. */
  readonly ingredients: string;
  readonly number: number;
  /** As the processor has made it. */
  readonly text: string;
}

/** Entries that are made before the host gets its turn. */
const atOnce = 5;

/**
 * The list of references of a document. Entries are kept as long as nothing changes that they are made of, because making all of them
 * takes a hundred times as long as making one.
 */
export class ListOfReferences {
  #known: ReadonlyMap<string, KnownEntry> = new Map();
  readonly #hasFixedNumbers: boolean;
  /** Whether names that were printed in the entry before are left out. */
  readonly #isSubstituting: boolean;

  constructor(readonly engine: Engine, style: XmlElement, readonly pause: Pause) {
    this.#hasFixedNumbers = markNumbers(style) === undefined;
    this.#isSubstituting = typeof engine.bibliography.opt["subsequent-author-substitute"] === "string";
  }

  /** In the order of the style. What the style prints nothing of has no entry; a style without a list has none at all. */
  async references(): Promise<readonly ListedReference[]> {
    if (this.engine.bibliography.tokens.length === 0) return [];
    const wanted = this.#wanted();
    const missing = wanted.filter(({ id, ingredients }) => this.#known.get(id)?.ingredients !== ingredients);
    const made = await this.#make(missing.map(({ id }) => id), wanted.map(({ id }) => id));
    const entries = wanted.map(({ id, ingredients, number }) => {
      const known = this.#known.get(id);
      if (known?.ingredients === ingredients && known.number === number) return known;
      const text = known?.ingredients === ingredients ? known.text : made.get(id) ?? "";
      return { id, ingredients, number, text, reference: this.#read(text, number) };
    });
    this.#known = new Map(entries.map((entry) => [entry.id, entry]));
    return entries.filter(({ reference }) => reference.length > 0);
  }

  #wanted(): readonly Pick<KnownEntry, "id" | "ingredients" | "number">[] {
    const { registry } = this.engine.registry;
    let before = "";
    return this.engine.registry.getSortedIds().map((id) => {
      const { seq: number = 0, disambig } = registry[id] ?? {};
      const own = JSON.stringify([id, disambig]);
      const ingredients = JSON.stringify([own, this.#hasFixedNumbers ? number : 0, this.#isSubstituting ? before : ""]);
      before = own;
      return { id, ingredients, number };
    });
  }

  async #make(ids: readonly string[], all: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const made = new Map<string, string>();
    for (let start = 0; start < ids.length; start += atOnce) {
      const wanted = new Set(ids.slice(start, start + atOnce));
      const needed = new Set(wanted);
      if (this.#isSubstituting) all.forEach((id, index) => wanted.has(all[index + 1] ?? "") && needed.add(id));
      for (const [id, text] of makeEntries(this.engine, [...needed]) ?? []) if (wanted.has(id)) made.set(id, text);
      await this.pause();
    }
    return made;
  }

  #read(text: string, number: number): Reference {
    if (text.includes(nothingPrinted)) return [];
    return readPrinted(text.replace(markedNumber, this.#hasFixedNumbers ? "$1" : String(number)), this.engine);
  }
}

const markedNumber = new RegExp(`${numberMark}(\\d+)${numberMark}`, "g");
