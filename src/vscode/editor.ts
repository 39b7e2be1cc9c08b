import type * as vscode from "vscode";
import type { CitationService } from "../core/service";
import type { VsCodeLogger } from "./logger";
import type { SourcePages } from "./sourcePage/sourcePages";
import type { SourcesView } from "./sourcesView/sourcesView";

/** What features and commands are given. */
export interface Editor {
  readonly service: CitationService;
  readonly logger: VsCodeLogger;
  readonly extensionUri: vscode.Uri;
  readonly sourcesView: SourcesView;
  readonly sourcePages: SourcePages;
}
