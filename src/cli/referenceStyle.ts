import type { CslItem } from "../core/model/cslItem";
import { defaultSettings } from "../core/model/settings";
import type { FormattedReference, ReferenceEngine, ReferenceFormat, ReferenceStyle } from "../core/ports";
import { textOf } from "../core/text/decode";
import { UsageError } from "./exitCodes";
import type { Host } from "./host";
import { toUri } from "./paths";

/** What the engine rejects with where a style is to blame; told by name, as the engine is loaded later. */
const styleErrors: readonly string[] = ["UnknownStyleError", "BrokenStyleError"];

/** Formats, or throws `UsageError` where the style is unknown or broken. */
export async function formatInStyle(engine: ReferenceEngine, items: readonly CslItem[], style: ReferenceStyle, format: ReferenceFormat): Promise<readonly FormattedReference[]> {
  try {
    return await engine.formatBibliography(items, style, format);
  } catch (error) {
    if (error instanceof Error && styleErrors.includes(error.name)) throw new UsageError(error.message);
    throw error;
  }
}

/** A name with a slash or the ending `.csl` is a file's, but for the address that styles have for an id. */
export function isStylePath(written: string): boolean {
  return /\.csl$|[\\/]/i.test(written) && !/^https?:\/\/(?:www\.)?zotero\.org\/styles\//i.test(written);
}

/** The style that was asked for. */
export async function readStyle(written: string = defaultSettings.style, locale: string | undefined, host: Host): Promise<ReferenceStyle> {
  const own = locale === undefined || locale === "" ? {} : { locale };
  if (!isStylePath(written)) return { style: { id: written }, ...own };
  const uri = toUri(written, host.cwd);
  const content = await host.disk.openWorkspace([]).readFile(uri);
  if (content === undefined) throw new UsageError(`There is no style “${written}”, or it cannot be read. Name a .csl file, or a style that comes with Sourcebook: --style apa.`);
  return { style: { xml: textOf(content) }, ...own };
}
