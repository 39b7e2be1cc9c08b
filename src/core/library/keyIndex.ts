import type { BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";

/** The entries of one bibliography by their keys, and by their aliases where no entry has that key. The first definition wins. */
export class KeyIndex {
  readonly #first = new Map<CitationKey, BibliographyEntry>();
  /** Entries whose key an earlier one has: few, if any. */
  readonly #later = new Map<CitationKey, BibliographyEntry[]>();
  readonly #aliases = new Map<CitationKey, BibliographyEntry>();
  #keysRead = 0;
  #aliasesRead = 0;

  constructor(readonly entries: readonly BibliographyEntry[]) {}

  /** Takes in the keys of entries before `end`. What asks for a key takes in those still missing. */
  readKeys(end = this.entries.length): void {
    for (; this.#keysRead < end; this.#keysRead++) {
      const entry = this.entries[this.#keysRead];
      if (entry === undefined) continue;
      if (this.#first.has(entry.key)) this.#addLater(entry);
      else this.#first.set(entry.key, entry);
    }
  }

  /** The same of aliases, for which entries must be read; a key that some entry has is found without them. */
  readAliases(end = this.entries.length): void {
    for (; this.#aliasesRead < end; this.#aliasesRead++) {
      const entry = this.entries[this.#aliasesRead];
      if (entry?.format !== "bibtex") continue;
      for (const alias of entry.aliases) {
        if (!this.#aliases.has(alias)) this.#aliases.set(alias, entry);
      }
    }
  }

  /** Keys that entries have, each once. */
  get size(): number {
    this.readKeys();
    return this.#first.size;
  }

  get keyCount(): number {
    this.readKeys();
    return this.#first.size;
  }

  get(key: CitationKey): BibliographyEntry | undefined {
    const entry = this.entryOf(key);
    if (entry !== undefined) return entry;
    this.readAliases();
    return this.#aliases.get(key);
  }

  /** The first entry that has the key itself. */
  entryOf(key: CitationKey): BibliographyEntry | undefined {
    this.readKeys();
    return this.#first.get(key);
  }

  /** Every definition of a key, the winning one first. */
  definitions(key: CitationKey): readonly BibliographyEntry[] {
    const winner = this.get(key);
    return winner === undefined ? [] : [winner, ...this.#later.get(key) ?? []];
  }

  /** Keys and aliases, each once, in order of their entries. */
  keys(): readonly CitationKey[] {
    this.readKeys();
    this.readAliases();
    return [...new Set([...this.#first.keys(), ...this.#aliases.keys()])];
  }

  #addLater(entry: BibliographyEntry): void {
    const later = this.#later.get(entry.key);
    if (later === undefined) this.#later.set(entry.key, [entry]);
    else later.push(entry);
  }
}
