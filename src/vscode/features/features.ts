import * as vscode from "vscode";
import type { Editor } from "../editor";
import { registerBibliographyCompletion } from "./bibliographyCompletion";
import { registerBibliographyFormatting } from "./bibliographyFormatting";
import { registerBibliographyHover } from "./bibliographyHover";
import { registerCompletion } from "./completion";
import { registerDrops } from "./drops";
import { registerHover } from "./hover";
import { registerInlayHints } from "./inlayHints";
import { registerNavigation } from "./navigation";
import { registerProblems } from "./problems";
import { registerQuickFixes } from "./quickFixes";
import { registerSemanticTokens } from "./semanticTokens";
import { registerSourcesStatus } from "./sourcesStatus";

/** What answers by itself as a writer writes. */
export function registerFeatures(editor: Editor): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(editor), registerHover(editor), registerInlayHints(editor), registerNavigation(editor), registerProblems(editor), registerQuickFixes(editor),
    registerSourcesStatus(editor), registerDrops(editor), registerBibliographyCompletion(editor), registerBibliographyFormatting(editor), registerBibliographyHover(editor),
    registerSemanticTokens(editor),
  );
}
