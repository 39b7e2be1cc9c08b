import * as vscode from "vscode";
import type { Logger } from "../core/ports";
import { plainLine, withoutControls } from "../core/text/escape";
import { readSettings } from "./settings";

/** The *Sourcebook* output channel. What is read and why is told only where `sourcebook.trace` asks for it. No name of a file makes a line of its own. */
export class VsCodeLogger implements Logger, vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel("Sourcebook", { log: true });

  info(message: string): void {
    if (readSettings().trace) this.#channel.info(plainLine(message));
  }

  warn(message: string): void {
    this.#channel.warn(plainLine(message));
  }

  error(message: string, error?: unknown): void {
    this.#channel.error(plainLine(message), ...error === undefined ? [] : [textOf(error)]);
  }

  show(): void {
    this.#channel.show();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}

function textOf(error: unknown): string {
  return withoutControls(error instanceof Error ? error.stack ?? error.message : String(error));
}
