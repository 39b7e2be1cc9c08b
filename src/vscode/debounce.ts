import * as vscode from "vscode";

/** What never ceases is not waited for longer than so many pauses. */
const mostPauses = 8;

/** Runs `action` once calls of `run` have ceased for `pause` milliseconds, and now and then where they do not cease. */
export class Debounced extends vscode.Disposable {
  readonly run: () => void;

  constructor(pause: number, action: () => void) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = 0;
    super(() => clearTimeout(timer));
    this.run = () => {
      const now = Date.now();
      if (timer === undefined) latest = now + mostPauses * pause;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        action();
      }, Math.max(0, Math.min(pause, latest - now)));
    };
  }
}
