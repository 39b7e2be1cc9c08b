import * as vscode from "vscode";

/** Runs `action` once calls of `run` have ceased for `pause` milliseconds. */
export class Debounced extends vscode.Disposable {
  readonly run: () => void;

  constructor(pause: number, action: () => void) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    super(() => clearTimeout(timer));
    this.run = () => {
      clearTimeout(timer);
      timer = setTimeout(action, pause);
    };
  }
}
