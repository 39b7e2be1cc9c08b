import * as vscode from "vscode";
import type { Logger, Pause } from "../core/ports";
import { EngineLoader } from "../worker/engineLoader";
import { threadOf } from "../worker/threads";

/** The slow part in its own bundle, and the styles and locales that ship with the extension. */
export function createEngineLoader(extensionUri: vscode.Uri, logger: Logger, pause: Pause): EngineLoader {
  const read = async (...path: readonly string[]): Promise<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...path));
  return new EngineLoader({
    readBundle: async () => {
      try {
        return new TextDecoder().decode(await read("dist", "references.js"));
      } catch (error) {
        logger.error("The part that formats references could not be loaded. Installing Sourcebook anew puts it back.", error);
        throw error;
      }
    },
    readStyleFile: (name) => read("data", "styles", name),
    threadOf,
    logger,
    pause,
  });
}
