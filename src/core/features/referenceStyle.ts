import type { DocumentSettings } from "../model/document";
import type { Settings } from "../model/settings";
import type { ReferenceStyle, Uri, Workspace } from "../ports";
import { decodeText } from "../text/decode";
import { parentUri, resolvePath } from "../text/uri";

/** Style and locale for a document: its own `csl:` and `lang:` win over its project's, and those over the settings. */
export async function referenceStyleFor(
  uri: Uri | undefined,
  documentSettings: readonly DocumentSettings[],
  settings: Settings,
  workspace: Workspace,
): Promise<ReferenceStyle> {
  const declared = documentSettings.find(({ style }) => style !== undefined)?.style;
  const locale = documentSettings.find((candidate) => candidate.locale !== undefined)?.locale ?? settings.locale;
  const folders = [...uri === undefined ? [] : [parentUri(uri)], ...workspace.folders];
  const style = await readStyle(declared ?? settings.style, folders, workspace) ?? await readStyle(settings.style, folders, workspace);
  return { style: style ?? { id: settings.style }, ...locale !== "" && { locale } };
}

/** A name without an ending is the id of a style; `undefined` where a path names no file. */
async function readStyle(style: string, folders: readonly Uri[], workspace: Workspace): Promise<ReferenceStyle["style"] | undefined> {
  if (!/\.csl$/i.test(style) && !/[\\/]/.test(style)) return { id: style };
  for (const uri of folders.flatMap((folder) => resolvePath(style, folder, workspace.home))) {
    const content = await workspace.readFile(uri);
    if (content !== undefined) return { xml: typeof content === "string" ? content : decodeText(content).text };
  }
  return undefined;
}
