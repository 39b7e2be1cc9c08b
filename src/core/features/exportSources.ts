import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import type { CslItem } from "../model/cslItem";
import type { ConversionTarget } from "../ports";
import { conversionTargetOf, writtenEntry, type Convert } from "./bibliographyWriter";

export interface ExportOptions {
  readonly libraries: Pick<Libraries, "bibliography">;
  readonly items: (sources: readonly Source[]) => Promise<readonly CslItem[]>;
  readonly convert: Convert;
}

/** Sources as the text of a bibliography. Entries that are in its format already, and need no others, lose nothing: they are copied. */
export async function exportSources(sources: readonly Source[], target: ConversionTarget, options: ExportOptions): Promise<string> {
  if (target !== "bibtex" && target !== "biblatex") return options.convert(await options.items(sources), target);
  const entries = await Promise.all(sources.map(async (source) =>
    await copied(source, target, options) ?? (await options.convert(await options.items([source]), target)).trim()));
  return entries.map((entry) => `${entry}\n`).join("\n");
}

async function copied(source: Source, target: ConversionTarget, { libraries }: ExportOptions): Promise<string | undefined> {
  // An alias is the key of nothing that is copied.
  if (source.entry.format !== "bibtex" || source.key !== source.entry.key) return undefined;
  const loaded = await libraries.bibliography(source.part.uri);
  const isSameDialect = loaded !== undefined && conversionTargetOf(loaded, target === "bibtex" ? "bibtex" : "biblatex") === target;
  return isSameDialect ? writtenEntry(source, loaded.text)?.replaceAll(/\r\n?/g, "\n") : undefined;
}
