import type { TextRange } from "../../model/textRange";
import { lastAtMost } from "../../text/sortedPlaces";
import { placesOf, type MarkdownText } from "./markdownText";

/**
 * What is looked up ahead in a text, each prepared in one pass when first asked for, so that reading stays linear however many
 * things are opened and never closed.
 */
export class MarkdownIndex {
  readonly #text: string;
  #parentheses: ReadonlyMap<number, number> | undefined;
  #braces: ReadonlyMap<number, number> | undefined;
  #environments: ReadonlyMap<number, TextRange> | undefined;
  #backticks: ReadonlyMap<number, readonly number[]> | undefined;
  #dashes: readonly number[] | undefined;
  /** Words that were looked for and are not ahead of an offset. */
  readonly #absent = new Map<string, number>();

  constructor(text: MarkdownText) {
    this.#text = text.text;
  }

  /** The `)` that belongs to the `(` at a place. */
  closingParenthesis(open: number): number | undefined {
    this.#parentheses ??= pairsOf(this.#text, /\\.|[()]/gs, "(");
    return this.#parentheses.get(open);
  }

  /** The `}` that belongs to the `{` at a place. */
  closingBrace(open: number): number | undefined {
    this.#braces ??= pairsOf(this.#text, /\\.|[{}]/gs, "{");
    return this.#braces.get(open);
  }

  /** The `\end{…}` that belongs to the `\begin{…}` at a place. */
  environment(begin: number): TextRange | undefined {
    this.#environments ??= environmentsOf(this.#text);
    return this.#environments.get(begin);
  }

  /** Where the next run of exactly `length` backticks begins. */
  backticks(length: number, from: number): number | undefined {
    this.#backticks ??= backtickRuns(this.#text);
    const runs = this.#backticks.get(length) ?? [];
    return runs[lastAtMost(runs, from - 1) + 1];
  }

  /** The next line of dashes. */
  dashes(from: number): number | undefined {
    this.#dashes ??= placesOf(/^ {0,3}-[- ]*$/gm, this.#text);
    return this.#dashes[lastAtMost(this.#dashes, from - 1) + 1];
  }

  /** As `indexOf`, but `undefined` where there is none; what is not ahead is not looked for again. */
  find(word: string, from: number): number | undefined {
    if (from >= (this.#absent.get(word) ?? Infinity)) return undefined;
    const place = this.#text.indexOf(word, from);
    if (place >= 0) return place;
    this.#absent.set(word, from);
    return undefined;
  }
}

function pairsOf(text: string, tokens: RegExp, opener: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token.length > 1) continue;
    if (token === opener) {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) pairs.set(start, index);
  }
  return pairs;
}

/** Environments of one name may nest. */
function environmentsOf(text: string): ReadonlyMap<number, TextRange> {
  const environments = new Map<number, TextRange>();
  const open = new Map<string, number[]>();
  for (const { 0: token, 1: kind, 2: name = "", index } of text.matchAll(/\\(begin|end)\{([^{}\\\s]{1,60})\}/g)) {
    const begins = open.get(name) ?? [];
    open.set(name, begins);
    if (kind === "begin") {
      begins.push(index);
      continue;
    }
    const start = begins.pop();
    if (start !== undefined) environments.set(start, { start: index, end: index + token.length });
  }
  return environments;
}

function backtickRuns(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known === undefined) runs.set(run.length, [index]);
    else known.push(index);
  }
  return runs;
}
