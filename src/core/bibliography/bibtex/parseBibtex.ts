import type { Bibliography } from "../../model/bibliography";
import { finish } from "../steps";
import { BibtexBibliography } from "./bibtexBibliography";
import { BibtexEntry, BibtexFile } from "./bibtexEntry";
import { BibtexReader } from "./bibtexReader";
import { keepShapeOf } from "../../shapes";

/**
 * Reads BibTeX and BibLaTeX. One pass finds the entries and where their fields stand; values, summaries and problems are worked out when
 * asked for. Ranges are offsets into `text`, a byte order mark included. A broken entry costs itself alone: reading goes on at the next
 * line that begins with `@word{`. `@xdata` entries hand down their fields and are not entries that can be cited.
 */
export function parseBibtex(text: string): Bibliography {
  return finish(readBibtex(text));
}

/** The same in steps, so that a host can do other things in between. */
export function* readBibtex(text: string): Generator<void, BibtexBibliography> {
  const reader = new BibtexReader(new BibtexFile(text));
  yield* reader.read();
  return new BibtexBibliography(reader.file, reader.found.all);
}

const nothing = new BibtexReader(new BibtexFile(""));
[nothing, new BibtexEntry(nothing.file, 0), new BibtexBibliography(nothing.file, [])].forEach(keepShapeOf);
