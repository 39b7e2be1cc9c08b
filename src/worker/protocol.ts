import type { ReferenceEngine, StyleFiles } from "../core/ports";

/** What host and worker say to each other: plain data only. A worker says `ready` once; then each call is answered or fails, in any order. */
export type ToWorker =
  | ({ readonly kind: "call"; readonly id: number } & EngineCall)
  | { readonly kind: "file"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: "failure"; readonly id: number; readonly error: ErrorWords };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly error: ErrorWords }
  /** A worker has no files: it asks the host for those that hold the styles. */
  | { readonly kind: "read"; readonly id: number; readonly name: StyleFileName };

export type EngineMethod = keyof ReferenceEngine;

export type EngineCall = { readonly [M in EngineMethod]: { readonly method: M; readonly args: DataOf<Parameters<ReferenceEngine[M]>> } }[EngineMethod];

export type StyleFileName = Parameters<StyleFiles["read"]>[0];

/** Without tokens, which are asked before a call is sent. */
type DataOf<A extends readonly unknown[]> = A extends readonly [infer First, ...infer Rest] ? readonly [First, ...DataOf<Rest>] : readonly [];

/** What is left of an error on its way. Errors of styles are told by their name. */
export interface ErrorWords {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export function wordsOf(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...stack !== undefined && { stack } };
}

export function errorOf({ name, message, stack }: ErrorWords): Error {
  const error = new Error(message);
  return Object.defineProperties(error, { name: { value: name }, ...stack !== undefined && { stack: { value: stack } } });
}
