import { Session, type Profiler } from "node:inspector";

/**
 * Counts how often the blocks of this program's code run, by V8's block coverage: exact, and the same on any machine. Of what the
 * language's own functions do, the characters that `indexOf` looks at count.
 */
export class StepCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** How often `work` runs blocks of code, and how many characters it looks for others among. */
  stepsOf(work: () => void): number {
    this.takeFunctions();
    const searched = charactersSearched(work);
    return this.takeFunctions().flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, searched);
  }

  /** What has run since it was last asked. */
  takeFunctions(): readonly Profiler.FunctionCoverage[] {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    // The answer to a session of this very thread comes before `post` returns.
    this.#session.post("Profiler.takePreciseCoverage", (_, { result }) => scripts = result);
    return scripts.filter(({ url }) => !url.startsWith("node:")).flatMap(({ functions }) => functions);
  }

  dispose(): void {
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.post("Profiler.disable");
    this.#session.disconnect();
  }
}

function charactersSearched(work: () => void): number {
  const own = Object.getOwnPropertyDescriptor(String.prototype, "indexOf") ?? {};
  const indexOf = own.value as (this: string, searched: string, from?: number) => number;
  let characters = 0;
  const counting = function (this: string, searched: string, from = 0): number {
    const found = indexOf.call(this, searched, from);
    characters += Math.max(0, (found < 0 ? this.length : found) - from);
    return found;
  };
  Object.defineProperty(String.prototype, "indexOf", { ...own, value: counting });
  try {
    work();
  } finally {
    Object.defineProperty(String.prototype, "indexOf", own);
  }
  return characters;
}
