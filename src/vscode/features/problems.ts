import * as vscode from "vscode";
import { bibliographyEndings } from "../../core/bibliography/parseBibliography";
import type { Problem, ProblemSeverity } from "../../core/model/problem";
import { documentLanguageIds } from "../../core/text/languages";
import { fileEnding } from "../../core/text/uri";
import { plainLine } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { Debounced } from "../debounce";
import { readSettings } from "../settings";

const severities: Readonly<Record<ProblemSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** How long a writer pauses before problems are looked for, in milliseconds. */
const pause = 400;

export function registerProblems({ service, logger }: Editor): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("sourcebook");

  const update = async (document: vscode.TextDocument): Promise<void> => {
    if (!readSettings().problems || !mayHaveProblems(document)) {
      collection.delete(document.uri);
      return;
    }
    const { version } = document;
    const problems = await service.problems(toTextDocument(document));
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, problems.map((problem) => toDiagnostic(document, problem)));
  };

  const updateOpen = new Debounced(pause, () => {
    for (const document of vscode.workspace.textDocuments) {
      update(document).catch((error: unknown) => logger.error(`Problems of ${document.fileName} could not be found.`, error));
    }
  });
  updateOpen.run();

  return vscode.Disposable.from(
    collection,
    updateOpen,
    service.onDidChange(updateOpen.run),
    vscode.workspace.onDidOpenTextDocument(updateOpen.run),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

/** Documents, bibliographies and project files; of JSON and YAML the core tells which are any of these. */
function mayHaveProblems({ languageId, uri }: vscode.TextDocument): boolean {
  if (uri.scheme === "git" || uri.scheme === "output") return false;
  return documentLanguageIds.includes(languageId) || bibliographyEndings.includes(fileEnding(uri.toString()));
}

function toDiagnostic(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, problem.range), plainLine(problem.message), severities[problem.severity]);
  diagnostic.source = "sourcebook";
  diagnostic.code = problem.code;
  return diagnostic;
}
