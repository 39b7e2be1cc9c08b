import { pickEvenly, randomNumbers, type Random } from "../../bench/random";
import type { StepCounter } from "./countedSteps";
import { generateText, tokensOf } from "./grammar";
import { mutate, shrink } from "./mutations";
import { checkAround, type Reader } from "./readers";

export interface Finding {
  readonly reader: string;
  /** As short as it could be made. */
  readonly text: string;
  readonly message: string;
}

/** A reader of this many steps for a character is not linear, or as good as that. */
const mostStepsPerCharacter = 4000;
const shortestCounted = 400;

/** How many texts are kept that none of the others is like. */
const mostKept = 3000;

/**
 * Makes texts for one reader, by its grammar and by changing others, and reads them. Texts that reach code which none before has reached,
 * or reach it oftener, are kept and changed further.
 */
export class Fuzzer {
  readonly #random: Random;
  readonly #tokens: readonly string[];
  readonly #corpus: string[];
  readonly #reached = new Set<string>();
  readonly #messages = new Set<string>();
  runs = 0;

  constructor(readonly reader: Reader, seeds: readonly string[], seed: number, readonly steps?: StepCounter) {
    this.#random = randomNumbers(seed);
    this.#tokens = tokensOf(reader.grammar);
    this.#corpus = [...seeds];
  }

  get kept(): number {
    return this.#corpus.length;
  }

  get reached(): number {
    return this.#reached.size;
  }

  /** Reads one more text; gives what is wrong the first time that it is. */
  async next(): Promise<Finding | undefined> {
    const text = this.#nextText();
    this.runs++;
    const message = await this.#read(text);
    if (message === undefined || this.#messages.has(message)) return undefined;
    this.#messages.add(message);
    return { reader: this.reader.name, message, text: await shrink(text, async (candidate) => await this.#read(candidate) === message) };
  }

  #nextText(): string {
    const generated = this.#corpus.length === 0 || pickEvenly(4, this.#random) === 0;
    const text = generated ? generateText(this.reader.grammar, this.#random) : this.#corpus[pickEvenly(this.#corpus.length, this.#random)] ?? "";
    if (generated && pickEvenly(2, this.#random) === 0) return text;
    return mutate(text, { tokens: this.#tokens, corpus: this.#corpus, random: this.#random });
  }

  async #read(text: string): Promise<string | undefined> {
    const wrong = await failureOf(this.reader, text);
    if (wrong !== undefined || this.steps === undefined) return wrong;
    const { count, isNew } = await this.#count(text);
    if (isNew && this.#corpus.length < mostKept) this.#corpus.push(text);
    return count > mostStepsPerCharacter * Math.max(text.length, shortestCounted) ? "too many steps for its length" : undefined;
  }

  async #count(text: string): Promise<{ readonly count: number; readonly isNew: boolean }> {
    let count = 0;
    let isNew = false;
    this.steps?.takeFunctions();
    await this.reader.check(text);
    for (const block of this.steps?.takeFunctions().flatMap(({ ranges }) => ranges) ?? []) {
      count += block.count;
      if (block.count === 0) continue;
      // How often counts too, roughly: a loop that turns more than any before is something new.
      const place = `${block.startOffset}:${block.endOffset}:${Math.floor(Math.log2(block.count) / 2)}`;
      isNew ||= !this.#reached.has(place);
      this.#reached.add(place);
    }
    return { count, isNew };
  }
}

/** What is wrong with how a text is read, or with how it is read between sound entries. */
export async function failureOf(reader: Reader, text: string): Promise<string | undefined> {
  try {
    await reader.check(text);
    await checkAround(reader, text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.split("\n", 1)[0] ?? ""}` : String(error);
  }
}
