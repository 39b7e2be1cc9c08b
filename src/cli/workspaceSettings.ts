import { parse } from "jsonc-parser/lib/esm/main";
import { checkSettings } from "../core/checkSettings";
import type { Settings } from "../core/model/settings";
import type { Uri, Workspace } from "../core/ports";
import { textOf } from "../core/text/decode";
import { joinPath } from "../core/text/uri";

/** The settings that an editor takes from a folder's `.vscode/settings.json`, so that both see the same. */
export async function readWorkspaceSettings(folder: Uri, workspace: Workspace): Promise<Settings> {
  const content = await workspace.readFile(joinPath(folder, ".vscode", "settings.json"));
  const text = content && textOf(content);
  const settings = new Map(Object.entries(text === undefined ? {} : parseSettings(text)));
  const get = (name: string): unknown => settings.get(`sourcebook.${name}`);
  return checkSettings({
    bibliographies: get("bibliographies"),
    corpus: get("corpus"),
    style: get("style"),
    locale: get("locale"),
    diagnostics: get("diagnostics.severity"),
    citationCommands: get("latex.citationCommands"),
  });
}

/** JSON with comments. What is no object says nothing, nor does what nests deeper than the parser can follow. */
function parseSettings(text: string): object {
  try {
    const value: unknown = parse(text, [], { allowTrailingComma: true });
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
