import * as vscode from "vscode";
import type { Logger, Pause, ReferenceEngine, StyleFiles } from "../core/ports";
import { styleFilesOf } from "./styleFiles";

/**
 * Loads the bundle of the slow part when it is first needed. It is read and evaluated rather than imported, because a web
 * extension host has no module loader; the same way works in every host.
 */
export function engineLoader(extensionUri: vscode.Uri, logger: Logger, pause: Pause): () => Promise<ReferenceEngine> {
  return async () => {
    const uri = vscode.Uri.joinPath(extensionUri, "dist", "references.js");
    try {
      const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      return evaluate(source).createReferenceEngine(styleFilesOf(extensionUri), pause);
    } catch (error) {
      logger.error(`The part that formats references could not be loaded from ${uri.toString(true)}.`, error);
      throw error;
    }
  };
}

interface ReferencesBundle {
  createReferenceEngine(files: StyleFiles, pause: Pause): ReferenceEngine;
}

function evaluate(source: string): ReferencesBundle {
  const module = { exports: {} };
  // The bundle ships with the extension: this is its own code, loaded later.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function("module", "exports", `${source}\n//# sourceURL=sourcebook/references.js`) as (module: object, exports: object) => void;
  run(module, module.exports);
  return module.exports as ReferencesBundle;
}
