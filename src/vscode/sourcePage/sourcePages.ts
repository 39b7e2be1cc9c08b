import * as vscode from "vscode";
import { checkPageState, type PageState, type PageTarget } from "../../core/features/sourcePage/pageTarget";
import type { CitationService } from "../../core/service";
import { Debounced } from "../debounce";
import type { VsCodeLogger } from "../logger";
import type { SourcesView } from "../sourcesView/sourcesView";
import { PageStyles } from "./pageStyles";
import { SourcePagePanel } from "./sourcePagePanel";

/** What pages are given. */
export interface PageSurroundings {
  readonly service: CitationService;
  readonly logger: VsCodeLogger;
  readonly extensionUri: vscode.Uri;
  readonly sourcesView: SourcesView;
  readonly styles: PageStyles;
}

const viewType = "sourcebook.source-page";

/** How long edits settle before pages are brought up to date, and the selection before a page follows it, in milliseconds. */
const pause = { edits: 300, selection: 100 };

/** The pages of sources: one that shows what is asked for or selected, and those that the writer keeps open beside it. */
export class SourcePages implements vscode.Disposable {
  readonly #around: PageSurroundings;
  readonly #pages = new Set<SourcePagePanel>();
  readonly #subscriptions: vscode.Disposable;
  #selected: PageTarget | undefined;

  constructor(around: Omit<PageSurroundings, "styles">, memento: vscode.Memento) {
    this.#around = { ...around, styles: new PageStyles(memento) };
    const { service, sourcesView } = around;
    const settled = new Debounced(pause.edits, () => this.#pages.forEach((page) => page.refresh()));
    const followed = new Debounced(pause.selection, () => this.#follow());
    this.#subscriptions = vscode.Disposable.from(
      settled, followed,
      service.onDidChange(settled.run),
      vscode.window.onDidChangeActiveTextEditor(settled.run),
      sourcesView.options.onDidChange(settled.run),
      sourcesView.onDidSelect(({ key, part: { uri } }) => {
        this.#selected = { uri, key };
        followed.run();
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, remembered: unknown) => {
          const state = checkPageState(remembered);
          if (state === undefined) panel.dispose();
          else this.#add(panel, state);
          return Promise.resolve();
        },
      }),
    );
  }

  /** Shows a page beside the text, in the place of the last one that is not kept open. */
  show(target: PageTarget): void {
    const page = this.#free;
    if (page !== undefined) page.show(target, { reveal: true });
    else this.#add(this.#createPanel(), { ...target, isPinned: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#pages.forEach((page) => page.dispose());
  }

  get #free(): SourcePagePanel | undefined {
    return [...this.#pages].findLast(({ isPinned }) => !isPinned);
  }

  #follow(): void {
    if (this.#selected !== undefined && this.#free?.isVisible === true) this.#free.show(this.#selected);
  }

  #createPanel(): vscode.WebviewPanel {
    const viewColumn = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    return vscode.window.createWebviewPanel(viewType, vscode.l10n.t("Source"), { viewColumn, preserveFocus: true }, { enableFindWidget: true });
  }

  #add(panel: vscode.WebviewPanel, state: PageState): void {
    const page = new SourcePagePanel(panel, state, this.#around, () => {
      this.#pages.delete(page);
      page.dispose();
    });
    this.#pages.add(page);
  }
}
