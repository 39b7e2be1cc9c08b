import { isAnsweredElsewhere } from "../citations/keysAnsweredElsewhere";
import { mayKnowMoreWhenBuilt } from "../library/foundWhenBuilt";
import { searchIndexOf } from "../library/searchIndex";
import type { Library } from "../library/library";
import type { Scope } from "../library/scope";
import type { CitationKey } from "../model/citation";
import type { Problem } from "../model/problem";
import type { Uri } from "../ports";
import { isPlaceholder } from "../text/placeholder";
import { baseName } from "../text/uri";
import type { DocumentContext } from "./problems";

type KeyProblem = Extract<Problem, { code: "unknown-key" } | { code: "not-declared" }>;
type WithoutRange<T> = T extends unknown ? Omit<T, "range"> : never;

/** What is wrong with a key, wherever it stands. */
export type PlacelessProblem = WithoutRange<KeyProblem>;

/** As many keys are compared to find the nearest of unknown ones: who has more unknown keys has no use for a guess at each. */
const mostCompared = 20_000_000;

/** Checks the keys of one document, each once. */
export class KeyCheck {
  readonly #context: DocumentContext;
  readonly #problems = new Map<CitationKey, PlacelessProblem | undefined>();
  readonly #librarySize: number;
  #compared = 0;
  #mayKnowMore: boolean | undefined;
  #smallKeys: ReadonlySet<string> | undefined;
  #soughtNames: ReadonlySet<string> | undefined;

  constructor(context: DocumentContext) {
    this.#context = context;
    this.#librarySize = context.library.parts.reduce((size, { bibliography }) => size + bibliography.entries.length, 0);
  }

  problemOf(key: CitationKey): PlacelessProblem | undefined {
    if (!this.#problems.has(key)) this.#problems.set(key, this.#check(key));
    return this.#problems.get(key);
  }

  #check(key: CitationKey): PlacelessProblem | undefined {
    const { library, scope, elsewhere } = this.#context;
    const source = library.get(key);
    if (source !== undefined) {
      return scope.isDeclared && source.part.origin === "corpus" ? notDeclared(key, source.part.uri, "the reference corpus") : undefined;
    }
    const home = elsewhere.find(({ bibliography }) => searchIndexOf(bibliography).get(key) !== undefined);
    if (home !== undefined) return this.#isSought(home.uri) || this.#buildMayKnowMore() ? undefined : notDeclared(key, home.uri, baseName(home.uri));
    return this.#buildMayKnowMore() || this.#isKnownToOthers(key) ? undefined : unknownKey(key, this.#nearest(key));
  }

  #isKnownToOthers(key: CitationKey): boolean {
    return this.#context.document.language === "markdown" ? isAnsweredElsewhere(key) : isPlaceholder(key) || this.#isKnownToBibtex(key);
  }

  /** A bibliography that is declared by its name and not found where it is said to be: that is told once, at the declaration. */
  #isSought(home: Uri): boolean {
    return (this.#soughtNames ??= namesSought(this.#context.scope)).has(baseName(home));
  }

  #nearest(key: CitationKey): readonly CitationKey[] {
    if (this.#compared > mostCompared) return [];
    this.#compared += this.#librarySize;
    return this.#context.library.nearestKeys(key, 3);
  }

  #buildMayKnowMore(): boolean {
    return this.#mayKnowMore ??= mayKnowMoreWhenBuilt(this.#context.scope, this.#context.document);
  }

  /** BibTeX takes keys that differ in their case alone for one, unlike biblatex. */
  #isKnownToBibtex(key: CitationKey): boolean {
    const { document: { settings }, library } = this.#context;
    return settings.bibliographyPackage !== "biblatex" && (this.#smallKeys ??= smallKeysOf(library)).has(key.toLowerCase());
  }
}

function smallKeysOf({ parts }: Library): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { bibliography } of parts) {
    for (const key of searchIndexOf(bibliography).keys.keys()) keys.add(key.toLowerCase());
  }
  return keys;
}

function namesSought({ failed }: Scope): ReadonlySet<string> {
  return new Set(failed.flatMap(({ declaration, tried }) => [declaration.path, ...tried]).map(baseName));
}

function unknownKey(key: CitationKey, nearest: readonly CitationKey[]): PlacelessProblem {
  const hint = nearest.length > 0 ? ` Did you mean ${nearest.map((near) => `“${near}”`).join(" or ")}?` : "";
  return { code: "unknown-key", severity: "warning", key, nearest, message: `No source has the key “${key}”.${hint}` };
}

function notDeclared(key: CitationKey, home: Uri, name: string): PlacelessProblem {
  const message = `“${key}” is in ${name}, which this document does not declare: whoever builds the document will not find it.`;
  return { code: "not-declared", severity: "warning", key, home, message };
}
