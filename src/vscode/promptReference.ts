import type * as vscode from "vscode";
import type { Source } from "../core/library/library";
import { CancelledError } from "../worker/engineClient";
import { toTextDocument } from "./convert";
import type { Editor } from "./editor";
import { inTime } from "./inTime";

/** The reference of a source as Markdown, in plain words where the engine is not ready. Never empty, and never long in coming. */
export function promptReference({ service, logger }: Pick<Editor, "logger" | "service">, source: Source, document?: vscode.TextDocument, token?: vscode.CancellationToken): Promise<string> {
  const { styled, plain } = service.promptReference(source, "markdown", document && toTextDocument(document), token);
  styled.catch((error: unknown) => {
    if (!(error instanceof CancelledError)) logger.error(`The reference of ${source.key} could not be formatted.`, error);
  });
  return inTime(styled, plain);
}
