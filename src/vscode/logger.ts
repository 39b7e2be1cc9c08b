import * as vscode from "vscode";
import type { Logger } from "../core/ports";
import { readSettings } from "./settings";

/** The *Sourcebook* output channel. What is read and why is told only where `sourcebook.trace` asks for it. */
export class VsCodeLogger implements Logger, vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel("Sourcebook", { log: true });

  info(message: string): void {
    if (readSettings().trace) this.#channel.info(message);
  }

  warn(message: string): void {
    this.#channel.warn(message);
  }

  error(message: string, error?: unknown): void {
    this.#channel.error(message, ...error === undefined ? [] : [error instanceof Error ? error.stack ?? error.message : error]);
  }

  show(): void {
    this.#channel.show();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
