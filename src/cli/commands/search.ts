import { sourceByline } from "../../core/features/labels";
import { createLibrary } from "../../core/library/library";
import type { Command } from "../command";
import { UsageError, wrongUse } from "../exitCodes";
import { writeJson, writeMessage, writeSources } from "../output";
import { readSources } from "../readSources";

export const search: Command = {
  name: "search",
  usage: "QUERY [FILE...] [--limit N]",
  summary: "the sources that match, best first",
  description: `Finds the sources that have every word of QUERY (quote it where it has several) in their key, people,
title, year or container, in any order, whatever the accents, case or alphabet, and ranks them as
completion in the editor does. Prints them as “list” does. Without a FILE, the reference corpus is searched.

Exit code: 0, also where nothing matches; 1 where a FILE has errors, 2 where one could not be read.`,
  options: [{ name: "limit", value: "N", help: "print the N best matches only" }],
  run: async (args, host) => {
    const [query, ...files] = args.operands;
    if (query === undefined) throw new UsageError('Say what to search for, as in: sourcebook search "doe 2001" refs.bib');
    const limit = readLimit(args.value("limit"));
    const { parts, exitCode } = await readSources(files, host);
    if (exitCode === wrongUse && files.some((file) => !file.includes("."))) writeMessage(host.stderr, `A query of several words goes in quotation marks: sourcebook search "${args.operands.join(" ")}".`);
    const entries = createLibrary(parts).search(query, { limit }).map(({ entry }) => entry);
    if (args.has("json")) writeJson(host.stdout, entries.length === 0 ? [] : await (await host.loadEngine()).toCslItems(entries));
    else writeSources(host.stdout, entries.map(({ key, summary }) => ({ key, byline: sourceByline(summary), title: summary.title })));
    if (entries.length === 0 && parts.length > 0) writeMessage(host.stderr, `No source matches “${query}”.`);
    return exitCode;
  },
};

function readLimit(written: string | undefined): number {
  if (written === undefined) return Infinity;
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new UsageError(`“--limit” needs a whole number of 1 or more, not “${written}”.`);
  return Number(written);
}
