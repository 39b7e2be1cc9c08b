import * as vscode from "vscode";
import { checkPageMessage, type PageAction, type PageActions } from "../../core/features/sourcePage/pageActions";
import { pageShell } from "../../core/features/sourcePage/pageShell";
import { isSameTarget, type PageState, type PageTarget } from "../../core/features/sourcePage/pageTarget";
import type { PageView } from "../../core/features/sourcePage/pageView";
import { writePage } from "../../core/features/sourcePage/writePage";
import { shorten } from "../../core/features/labels";
import { plainLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import { tellOfError } from "../messages";
import { choosePageStyle } from "./choosePageStyle";
import { performAction } from "./pageActions";
import { referencesOf } from "./pageStyles";
import { pageWords } from "./pageWords";
import type { PageSurroundings } from "./sourcePages";

/** States of the page whose controls may still be used: a click and a change may cross. */
const statesKept = 3;

const longestTitle = 40;

/** One page: shows what its target is now, and again whenever that changes. */
export class SourcePagePanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #around: PageSurroundings;
  readonly #subscriptions: vscode.Disposable;
  readonly #states = new Map<number, PageActions>();
  #state: PageState;
  #view: PageView | undefined;
  #cancellation = new vscode.CancellationTokenSource();
  #revision = 0;
  #sent = "";
  #isReady = false;
  #isStale = false;

  constructor(panel: vscode.WebviewPanel, state: PageState, around: PageSurroundings, onDidClose: () => void) {
    this.#panel = panel;
    this.#around = around;
    this.#state = state;
    const media = vscode.Uri.joinPath(around.extensionUri, "media");
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [media] };
    this.#subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible && this.#isStale) this.refresh();
        // A page that is out of sight is thrown away, and says so when it is there again.
        if (!panel.visible) this.#isReady = false;
      }),
      panel.onDidDispose(onDidClose),
    );
    webview.html = pageShell({
      title: panel.title,
      language: vscode.env.language,
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(media, "sourcePage.js")).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, "sourcePage.css")).toString(),
      nonce: createNonce(),
    });
    this.refresh();
  }

  get isPinned(): boolean {
    return this.#state.isPinned;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  show(target: PageTarget, { reveal = false } = {}): void {
    if (reveal) this.#panel.reveal(undefined, true);
    if (isSameTarget(this.#state, target)) return;
    this.#state = { ...target, isPinned: this.#state.isPinned };
    this.#view = undefined;
    this.refresh();
  }

  /** Brings the page up to date, once it can be seen. */
  refresh(): void {
    this.#isStale = !this.#panel.visible;
    if (this.#isStale) return;
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#cancellation = new vscode.CancellationTokenSource();
    this.#load(this.#cancellation.token).catch((error: unknown) => this.#around.logger.error("The page of a source could not be brought up to date.", error));
  }

  dispose(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#subscriptions.dispose();
    this.#panel.dispose();
  }

  /** What is quick first; what is known of an earlier state stays until it is known anew. */
  async #load(token: vscode.CancellationToken): Promise<void> {
    const { service, sourcesView, styles } = this.#around;
    const written = sourcesView.document;
    const document = written && toTextDocument(written);
    const page = await service.sourcePage(this.#state, document);
    const update = (changes: Partial<PageView>): void => {
      if (token.isCancellationRequested) return;
      this.#view = { ...this.#view, page, filter: sourcesView.options.options.filter, isPinned: this.#state.isPinned, ...changes };
      this.#post();
    };
    update({});
    const source = page.source?.source;
    await Promise.all([
      page.library && service.libraryPicture(page.library.part.uri, document, token).then((picture) => picture && update({ picture })),
      source && service.items([source]).then(([item]) => item && update({ item })),
      source && referencesOf(service, source, written, styles).then((references) => update({ references })),
    ]);
  }

  #post(): void {
    if (this.#view === undefined) return;
    const { title, html, actions } = writePage(this.#view, pageWords());
    this.#panel.title = shorten(plainLine(title), longestTitle) || vscode.l10n.t("Source");
    if (!this.#isReady || html === this.#sent) return;
    this.#sent = html;
    this.#revision++;
    this.#states.set(this.#revision, actions);
    this.#states.delete(this.#revision - statesKept);
    void this.#panel.webview.postMessage({ command: "show", revision: this.#revision, html, state: this.#state });
  }

  #receive(sent: unknown): void {
    const message = checkPageMessage(sent);
    if (message === undefined) return;
    if (message.command === "ready") {
      this.#isReady = true;
      this.#sent = "";
      this.#post();
      return;
    }
    const action = this.#states.get(message.revision)?.at(message.action);
    if (action === undefined) return;
    this.#act(action).catch((error: unknown) => {
      this.#around.logger.error("A page could not do what it was asked for.", error);
      void tellOfError(vscode.l10n.t("Sourcebook could not do this. The log says why."));
    });
  }

  async #act(action: PageAction): Promise<void> {
    const source = this.#view?.page.source?.source;
    switch (action.kind) {
      case "show":
        this.show(action);
        return;
      case "chooseStyle":
        await choosePageStyle(action.index, source, this.#panel, this.#around);
        this.refresh();
        return;
      case "pin":
        this.#state = { ...this.#state, isPinned: action.isPinned };
        this.refresh();
        return;
      default: return performAction(action, source, this.#panel, this.#around.sourcesView);
    }
  }
}

function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
