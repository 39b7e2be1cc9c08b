import type { SettingsOf } from "../library/folderSettings";
import type { Libraries } from "../library/libraries";
import type { Problem } from "../model/problem";
import type { TextRange } from "../model/textRange";
import type { CancellationToken, Pause, TextDocument, Uri, Workspace } from "../ports";
import { neverCancelled, SteppedWork } from "../steps";
import { documentProblems, projectProblems, readBibliographyProblems } from "./problems";
import { targetOf } from "./addToBibliography";
import { bibliographyFixes } from "./quickFixes/bibliographyFixes";
import { documentFixes, projectFixes } from "./quickFixes/documentFixes";
import type { FixContext, QuickFix } from "./quickFixes/quickFix";
import { reportScope, type ScopeReport } from "./scopeReport";
import { usageOf, type BibliographyUsage } from "./usage";

/** What is wrong, why, and the ways out. */
export interface Checks {
  /** Problems of a document, a bibliography or a project file that is open in the editor. */
  problems(document: TextDocument): Promise<readonly Problem[]>;
  bibliographyProblems(uri: Uri): Promise<readonly Problem[] | undefined>;
  /** Ways out of the problems that touch a range. */
  quickFixes(document: TextDocument, range: TextRange): Promise<readonly QuickFix[]>;
  /** Why a document sees the sources it sees. */
  scopeReport(document: TextDocument): Promise<ScopeReport>;
  /** How the workspace's documents cite a bibliography. */
  usage(uri: Uri, token?: CancellationToken): Promise<BibliographyUsage>;
}

export function createChecks(libraries: Libraries, settings: SettingsOf, pause: Pause, workspace: Pick<Workspace, "folders">): Checks {
  const ofBibliography = async (uri: Uri): Promise<readonly Problem[] | undefined> => {
    const loaded = await libraries.bibliography(uri);
    if (loaded === undefined) return undefined;
    const usage = settings(uri).diagnostics.unused === "off" ? undefined : await usageOf(libraries, uri);
    return new SteppedWork(() => readBibliographyProblems(loaded, settings(uri), usage)).finish({ pause, token: neverCancelled });
  };

  /** JSON and YAML that only share their ending with bibliographies have no problems. */
  const ofRecognized = async (uri: Uri): Promise<readonly Problem[] | undefined> =>
    (await libraries.bibliography(uri))?.isRecognized === true ? ofBibliography(uri) : undefined;

  const ofProject = async (uri: Uri): Promise<readonly Problem[] | undefined> => {
    const failed = await libraries.projectFailures(uri);
    return failed && projectProblems(failed, settings(uri));
  };

  const problems = async (document: TextDocument): Promise<readonly Problem[]> => {
    const parsed = libraries.parse(document);
    if (parsed === undefined) return await ofProject(document.uri) ?? await ofRecognized(document.uri) ?? [];
    const { library, scope } = await libraries.of(document);
    return documentProblems({ uri: document.uri, document: parsed, library, scope, elsewhere: await libraries.elsewhere(scope) }, settings(document.uri));
  };

  const fixContext = async (document: TextDocument): Promise<FixContext> => {
    const own = libraries.parse(document) === undefined ? undefined : targetOf((await libraries.of(document)).scope);
    return { uri: document.uri, text: document.getText(), folders: workspace.folders, bibliographies: await libraries.bibliographies(), ...own !== undefined && { own } };
  };

  return {
    problems,
    bibliographyProblems: ofBibliography,
    quickFixes: async (document, { start, end }) => {
      const touched = (await problems(document)).filter(({ range }) => range.start <= end && range.end >= start);
      if (touched.length === 0) return [];
      const parsed = libraries.parse(document);
      if (parsed !== undefined) {
        const context = await fixContext(document);
        return touched.flatMap((problem) => documentFixes(problem, parsed, context));
      }
      if (await libraries.projectFailures(document.uri) !== undefined) {
        const context = await fixContext(document);
        return touched.flatMap((problem) => projectFixes(problem, context));
      }
      const loaded = await libraries.bibliography(document.uri);
      return loaded === undefined ? [] : touched.flatMap((problem) => bibliographyFixes(problem, loaded));
    },
    scopeReport: async (document) => {
      const { library, scope } = await libraries.of(document);
      return reportScope(scope, library, await libraries.elsewhere(scope));
    },
    usage: (uri, token) => usageOf(libraries, uri, token),
  };
}
