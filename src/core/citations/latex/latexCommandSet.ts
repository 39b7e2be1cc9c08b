import { jurabibCitefield, latexCommands } from "./latexCommands";
import type { LatexCommand } from "./latexCommands";

/** Names are tried at each split, so their length is bounded. */
const longestDerivedName = 60;

/** The commands of one document: the known ones, those it defines itself, the writer's own, and those that multibib's `\newcites` derives. */
export class LatexCommandSet {
  readonly #own: ReadonlyMap<string, LatexCommand>;
  readonly #defined = new Map<string, LatexCommand>();
  readonly #suffixes = new Set<string>();
  #hasJurabib = false;

  /** `names` may begin with a backslash and end in a star; a name in `…cites` takes multicite arguments. */
  constructor(names: readonly string[]) {
    this.#own = new Map(names.map((name) => {
      const plain = name.trim().replace(/^\\+/, "").replace(/\*$/, "");
      return [plain, { kind: "citation", mode: "normal", isMulti: /cites$/i.test(plain) }] as const;
    }));
  }

  find(name: string): LatexCommand | undefined {
    if (this.#hasJurabib && name === "citefield") return jurabibCitefield;
    return latexCommands.get(name) ?? this.#defined.get(name) ?? this.#own.get(name) ?? (this.#suffixes.size > 0 ? this.#derived(name) : undefined);
  }

  /** A definition in the document; commands that are known already stay what they are. */
  define(name: string, command: LatexCommand): void {
    this.#defined.set(name, command);
  }

  /** multibib: `\newcites{sec}{…}` makes `\citesec`, `\nocitesec`, `\bibliographysec` and so on. */
  addSuffix(suffix: string): void {
    if (suffix !== "") this.#suffixes.add(suffix);
  }

  /** Tells of a package the document loads. */
  addPackage(name: string): void {
    if (name === "jurabib") this.#hasJurabib = true;
  }

  #derived(name: string): LatexCommand | undefined {
    if (name.length > longestDerivedName) return undefined;
    for (let split = 1; split < name.length; split++) {
      const base = this.#suffixes.has(name.slice(split)) ? latexCommands.get(name.slice(0, split)) : undefined;
      if (base?.kind === "citation" || base?.kind === "bibliography") return base;
    }
    return undefined;
  }
}
