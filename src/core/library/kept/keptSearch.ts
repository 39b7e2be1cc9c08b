import type { BibliographyEntry } from "../../model/bibliography";
import { KeyIndex } from "../keyIndex";
import { EntrySearch } from "../search/entrySearch";
import { Haystack, HaystackSection, type Stretch } from "../search/haystack";
import { SearchIndex } from "../searchIndex";
import type { ByteReader } from "./byteReader";
import type { ByteWriter } from "./byteWriter";

/** Writes what has been made of an index, the rest being made for it. Aliases are few and found again. */
export function* writeSearchIndex(writer: ByteWriter, { haystack, keys }: SearchIndex): Generator<void, void> {
  writer.number(haystack.sectionCount);
  for (let number = 0; number < haystack.sectionCount; number++) {
    const { text, count, fieldStarts, initials } = haystack.section(number);
    writer.number(count);
    writer.text(text);
    yield* writer.differences(fieldStarts, fieldStarts.length, 1);
    writer.array(initials);
  }
  writer.array(haystack.years);
  keys.readKeys();
  const { slots, hashes, size, later } = keys.known;
  writer.array(slots);
  writer.array(hashes);
  writer.number(size);
  writer.text(JSON.stringify([...later]));
}

/** The index of entries that was written; `undefined` where it was one of other entries. */
export function* readKeptSearchIndex(reader: ByteReader, entries: readonly BibliographyEntry[]): Generator<void, SearchIndex | undefined> {
  const stretches: Stretch[] = [];
  const sectionCount = reader.number();
  let start = 0;
  for (let number = 0; number < sectionCount && !reader.isBeyondEnd; number++) {
    const count = reader.number();
    const text = reader.text();
    const fieldStarts = yield* reader.differences(1);
    const section = new HaystackSection({ text, starts: new Uint32Array(fieldStarts.buffer), initials: reader.ints() });
    stretches.push({ start, count, section });
    start += count;
  }
  const years = reader.floats();
  const known = { slots: reader.ints(), hashes: reader.ints(), size: reader.number(), later: new Map(JSON.parse(reader.text()) as [string, number[]][]) };
  if (reader.isBeyondEnd || start !== entries.length) return undefined;
  const keys = new KeyIndex(entries, { ...known, aliases: new Map(), keysRead: entries.length, aliasesRead: 0 });
  return new SearchIndex(entries, keys, new EntrySearch(entries, new Haystack(entries, stretches, years)));
}
