import { BibtexBibliography } from "../../bibliography/bibtex/bibtexBibliography";
import { BibtexFile } from "../../bibliography/bibtex/bibtexEntry";
import { EntryTable, rowLength } from "../../bibliography/bibtex/entryTable";
import { placeLength } from "../../bibliography/bibtex/fieldPlaces";
import { IntList } from "../../bibliography/bibtex/intList";
import { Macros, type MacrosAsData } from "../../bibliography/bibtex/macros";
import type { Problem } from "../../model/problem";
import type { ByteReader } from "./byteReader";
import type { ByteWriter } from "./byteWriter";

/** What of a file is no table of numbers. */
interface Facts {
  readonly macros: MacrosAsData;
  readonly found: readonly Problem[];
}

/** Files that have more of it are like no others, and read anew each time. */
const mostFound = 2000;
const longestMacros = 1 << 20;

/** Whether what has been read of a file may be kept. */
export function isWorthKeeping({ file, found }: BibtexBibliography): boolean {
  return found.length <= mostFound && file.macros.length <= longestMacros;
}

/** Writes what has been read of a file, its text left out. */
export function* writeBibtex(writer: ByteWriter, { file: { text, table, macros }, found }: BibtexBibliography): Generator<void, void> {
  writer.number(text.length);
  writer.text(JSON.stringify({ macros: macros.asData, found } satisfies Facts));
  writer.number(table.traits);
  yield* writer.differences(table.rows.numbers, table.rows.length, rowLength);
  yield* writer.differences(table.places.numbers, table.places.length, placeLength);
}

/** What was read of a file when `text` was read; `undefined` where it was of another text. */
export function* readKeptBibtex(reader: ByteReader, text: string): Generator<void, BibtexBibliography | undefined> {
  if (reader.number() !== text.length) return undefined;
  const { macros, found } = JSON.parse(reader.text()) as Facts;
  const heldTraits = reader.number();
  const rows = yield* reader.differences(rowLength);
  const places = yield* reader.differences(placeLength);
  const table = new EntryTable(new IntList(rows, rows.length), new IntList(places, places.length));
  table.traits = heldTraits;
  return new BibtexBibliography(new BibtexFile(text, table, Macros.ofData(macros, text.length)), found);
}
