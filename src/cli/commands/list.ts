import { sourceByline } from "../../core/features/labels";
import type { BibliographyEntry } from "../../core/model/bibliography";
import type { Command } from "../command";
import { writeJsonList, writeSources, type SourceRow } from "../output";
import { itemsOf, readSources } from "../readSources";

export const list: Command = {
  name: "list",
  usage: "[FILE...]",
  summary: "the sources of bibliographies, in file order",
  description: `Prints key, people and year, and title of every source, one a line; with --json an array of CSL-JSON
items, whose “id” is the key. FILEs are bibliographies, or documents with sources of their own
(“references:” in front matter, “thebibliography”). Without a FILE, the reference corpus is listed.

Exit code: 0 where every FILE was read, 1 where one has errors (its sound entries are printed, the
errors told on standard error), 2 where one could not be read.`,
  options: [],
  run: async (args, host) => {
    const { parts, exitCode } = await readSources(args.operands, host);
    const entries = parts.flatMap(({ bibliography }) => bibliography.entries);
    if (args.has("json")) await writeJsonList(host.stdout, itemsOf(entries, await host.loadEngine()));
    else writeSources(host.stdout, entries.map(rowOf));
    return exitCode;
  },
};

function rowOf(entry: BibliographyEntry): SourceRow {
  const summary = entry.readSummary();
  return { key: entry.key, byline: sourceByline(summary), title: summary.title };
}
