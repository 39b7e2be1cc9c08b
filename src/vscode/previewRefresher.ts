import * as vscode from "vscode";
import type { Logger } from "../core/ports";

/** Longer than VS Code waits before a preview follows an edit, in milliseconds. */
const quiet = 400;

/** How long a page may take to load anew, in milliseconds; twice as long each time it has not come by then: a machine may be busy. */
const loadingTime = 2000;

/** It is doubled as often at most: a page that is edited all the time never gets as far as to be loaded. */
const mostDoublings = 5;

/**
 * Renders open previews anew once documents are quiet. VS Code loads the page again for that, and an edit that it shows meanwhile
 * can be lost on the way: what is typed while a page loads makes it load once more when the typing is over. It also forgets the request where it is
 * about to see whether the document has changed, and so `settled` is called once the page should have loaded.
 */
export class PreviewRefresher extends vscode.Disposable {
  readonly #logger: Logger;
  readonly #subscription: vscode.Disposable;
  /** Runs while a rendering is due, and then while the page loads. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How often a rendering has been asked for that has not come yet. */
  #attempts = 0;

  constructor(logger: Logger, readonly settled: () => void) {
    super(() => {
      clearTimeout(this.#timer);
      this.#subscription.dispose();
    });
    this.#logger = logger;
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === "markdown" && contentChanges.length > 0 && this.#timer !== undefined) this.refresh();
    });
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refreshNow(), quiet);
  }

  get #isDue(): boolean {
    return this.#timer !== undefined;
  }

  #refreshNow(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.settled();
      if (!this.#isDue) this.#attempts = 0;
    }, loadingTime * 2 ** Math.min(this.#attempts++, mostDoublings));
    vscode.commands.executeCommand("markdown.preview.refresh").then(undefined, (error: unknown) => this.#logger.error("The Markdown preview could not be rendered anew.", error));
  }
}
