import type * as vscode from "vscode";

export interface Debounced extends vscode.Disposable {
  readonly run: () => void;
}

/** Runs `action` once calls have ceased for `pause` milliseconds. */
export function debounce(pause: number, action: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    run: () => {
      clearTimeout(timer);
      timer = setTimeout(action, pause);
    },
    dispose: () => clearTimeout(timer),
  };
}
