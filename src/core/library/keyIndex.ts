import type { EntrySplice } from "../bibliography/bibtex/editBibtex";
import type { BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import { hashOfKey, keyHashOf, placeOfHash } from "./keyHash";

/** What is known of the keys of a list of entries, by the numbers of these. */
export interface KnownKeys {
  /** Numbers of entries, one more than they are, at places that follow from their keys; 0 where none is. At most half of them are taken. */
  slots: Int32Array;
  readonly hashes: Int32Array;
  size: number;
  /** Entries whose key an earlier one has: few, if any. */
  readonly later: Map<CitationKey, number[]>;
  readonly aliases: Map<CitationKey, number>;
  keysRead: number;
  aliasesRead: number;
}

/** The entries of one bibliography by their keys, and by their aliases where no entry has that key. The first definition wins. */
export class KeyIndex {
  readonly #known: KnownKeys;

  constructor(readonly entries: readonly BibliographyEntry[], known = nothingKnownOf(entries.length)) {
    this.#known = known;
  }

  get known(): Readonly<KnownKeys> {
    return this.#known;
  }

  /** The index of a list of entries that this one's has become: all is kept where no key has changed. */
  spliced(entries: readonly BibliographyEntry[], { start, oldEnd, newEnd }: EntrySplice): KeyIndex {
    const isSame = oldEnd === newEnd && this.entries.slice(start, oldEnd).every((entry, index) => answersToTheSame(entry, entries[start + index]));
    return isSame ? new KeyIndex(entries, this.#known) : new KeyIndex(entries);
  }

  /** Takes in the keys of entries before `end`. What asks for a key takes in those still missing. */
  readKeys(end = this.entries.length): void {
    const known = this.#known;
    for (; known.keysRead < end; known.keysRead++) {
      const entry = this.entries[known.keysRead];
      if (entry !== undefined) this.#add(entry, known.keysRead);
    }
  }

  /** The same of aliases, for which entries must be read; a key that some entry has is found without them. */
  readAliases(end = this.entries.length): void {
    const known = this.#known;
    for (; known.aliasesRead < end; known.aliasesRead++) {
      for (const alias of aliasesOf(this.entries[known.aliasesRead])) {
        if (!known.aliases.has(alias)) known.aliases.set(alias, known.aliasesRead);
      }
    }
  }

  /** Keys that entries have, each once. */
  get keyCount(): number {
    this.readKeys();
    return this.#known.size;
  }

  get(key: CitationKey): BibliographyEntry | undefined {
    const entry = this.entryOf(key);
    if (entry !== undefined) return entry;
    this.readAliases();
    return this.entries[this.#known.aliases.get(key) ?? -1];
  }

  /** The first entry that has the key itself. */
  entryOf(key: CitationKey): BibliographyEntry | undefined {
    this.readKeys();
    return this.entrySoFar(key);
  }

  /** The same among the entries whose keys have been taken in. */
  entrySoFar(key: CitationKey): BibliographyEntry | undefined {
    return this.entries[(this.#known.slots[this.#slotOf(key, hashOfKey(key))] ?? 0) - 1];
  }

  /** Every definition of a key, the winning one first. */
  definitions(key: CitationKey): readonly BibliographyEntry[] {
    const winner = this.get(key);
    return winner === undefined ? [] : [winner, ...(this.#known.later.get(key) ?? []).flatMap((number) => this.entries[number] ?? [])];
  }

  /** Keys and aliases, each once, in order of their entries. */
  keys(): readonly CitationKey[] {
    this.readKeys();
    this.readAliases();
    return [...new Set([...this.entries.map(({ key }) => key), ...this.#known.aliases.keys()])];
  }

  #add(entry: BibliographyEntry, number: number): void {
    const known = this.#known;
    const hash = keyHashOf(entry);
    let slot = placeOfHash(hash, known.slots.length);
    for (; known.slots[slot] !== 0; slot = behind(slot, known.slots)) {
      const other = (known.slots[slot] ?? 0) - 1;
      if (known.hashes[other] !== hash || this.entries[other]?.key !== entry.key) continue;
      this.#addLater(entry.key, number);
      return;
    }
    known.hashes[number] = hash;
    known.slots[slot] = number + 1;
    if (++known.size * 2 > known.slots.length) known.slots = grown(known);
  }

  #addLater(key: CitationKey, number: number): void {
    const { later } = this.#known;
    const before = later.get(key);
    if (before === undefined) later.set(key, [number]);
    else before.push(number);
  }

  /** Where the entry of a key is noted, or would be. */
  #slotOf(key: CitationKey, hash: number): number {
    const { slots, hashes } = this.#known;
    for (let slot = placeOfHash(hash, slots.length);; slot = behind(slot, slots)) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (hashes[number] === hash && this.entries[number]?.key === key)) return slot;
    }
  }
}

function nothingKnownOf(count: number): KnownKeys {
  return { slots: new Int32Array(256), hashes: new Int32Array(count), size: 0, later: new Map(), aliases: new Map(), keysRead: 0, aliasesRead: 0 };
}

function grown({ slots, hashes }: KnownKeys): Int32Array {
  const more = new Int32Array(slots.length * 4);
  for (const taken of slots) {
    if (taken === 0) continue;
    let slot = placeOfHash(hashes[taken - 1] ?? 0, more.length);
    while (more[slot] !== 0) slot = behind(slot, more);
    more[slot] = taken;
  }
  return more;
}

function aliasesOf(entry: BibliographyEntry | undefined): readonly CitationKey[] {
  return entry?.format === "bibtex" ? entry.aliases : [];
}

function answersToTheSame(entry: BibliographyEntry, other: BibliographyEntry | undefined): boolean {
  return entry.key === other?.key && aliasesOf(entry).join() === aliasesOf(other).join();
}

function behind(slot: number, slots: Int32Array): number {
  return (slot + 1) & (slots.length - 1);
}
