import type { DocumentSettings } from "../model/document";
import { defaultSettings, type Settings } from "../model/settings";
import type { ReferenceStyle, Uri, Workspace } from "../ports";
import { textOf } from "../text/decode";
import { parentUri, resolvePath } from "../text/uri";

/** The styles that a document may be formatted in, the one that is wanted first, then those to take where it is not to be had. */
export interface StyleChoice {
  readonly styles: readonly ReferenceStyle[];
  /** Why the style that is wanted is not among them. */
  readonly problem?: string;
  /** The first one is a guess at what LaTeX will print; nobody named it, and nobody misses it. */
  readonly isGuess: boolean;
}

/**
 * Style and locale for a document: its own `csl:` and `lang:` win over its project's, those over the settings, and what is near to
 * its LaTeX style over the default.
 */
export async function chooseStyle(
  uri: Uri | undefined,
  documentSettings: readonly DocumentSettings[],
  settings: Settings,
  workspace: Workspace,
): Promise<StyleChoice> {
  const locale = settings.triedLocale ?? documentSettings.find((candidate) => candidate.locale !== undefined)?.locale ?? settings.locale;
  const styleFolder = documentSettings.find(({ style }) => style !== undefined)?.styleFolder;
  const folders = [...styleFolder === undefined ? [] : [styleFolder], ...uri === undefined ? [] : [parentUri(uri)], ...workspace.folders];
  const declared = settings.triedStyle ?? declaredStyle(documentSettings);
  const near = declared === undefined && settings.isStyleChosen !== true ? nearStyle(documentSettings) : undefined;
  const wanted = declared ?? near ?? settings.style;
  const names = [...new Set([wanted, settings.style, defaultSettings.style])];
  const found = await Promise.all(names.map((name) => readStyle(name, folders, workspace)));
  const problem = found[0] === undefined ? `There is no style file “${wanted}”. Correct the path, or name a style by its id.` : undefined;
  return {
    styles: found.filter((style) => style !== undefined).map((style) => ({ style, ...locale !== "" && { locale } })),
    ...problem !== undefined && { problem },
    isGuess: near !== undefined,
  };
}

/** What the document or its project names itself. */
export function declaredStyle(documentSettings: readonly DocumentSettings[]): string | undefined {
  return documentSettings.find(({ style }) => style !== undefined)?.style;
}

function nearStyle(documentSettings: readonly DocumentSettings[]): string | undefined {
  return documentSettings.find((candidate) => candidate.nearStyle !== undefined)?.nearStyle;
}

/** A name without an ending is the id of a style; `undefined` where a path names no file. */
async function readStyle(style: string, folders: readonly Uri[], workspace: Workspace): Promise<ReferenceStyle["style"] | undefined> {
  if (isStyleId(style)) return { id: style };
  for (const uri of folders.flatMap((folder) => resolvePath(style, folder, workspace.home))) {
    const content = await workspace.readFile(uri);
    if (content !== undefined) return { xml: textOf(content) };
  }
  return undefined;
}

/** Other names are paths. The address that a style has for an id is one too. */
function isStyleId(style: string): boolean {
  return /^https?:\/\/(?:www\.)?zotero\.org\/styles\//i.test(style) || (!/\.csl$/i.test(style) && !/[\\/]/.test(style));
}
