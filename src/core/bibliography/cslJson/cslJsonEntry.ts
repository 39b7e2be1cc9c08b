import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser/lib/esm/main";
import type { BibliographyEntry, SourceSummary } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { CslItem } from "../../model/cslItem";
import type { TextRange } from "../../model/textRange";
import { checkItem, isObject, type CheckedItem } from "./cslJsonItem";
import type { JsonElement } from "./cslJsonElement";
import { quoted, type ProblemList } from "../problems";
import { summaryOfItem } from "../summary";

/**
 * What of a file a tolerant parser is tried on, which takes a hundred times as long, in characters: a file in which more items are no valid
 * JSON is no bibliography. A short item counts for as many as it costs.
 */
export class RepairAllowance {
  #left = 5_000_000;

  take(length: number): boolean {
    if (this.#left <= 0) return false;
    this.#left -= Math.max(length, leastOfItem);
    return true;
  }
}

const leastOfItem = 100;

/** An item by its offsets; the item itself is read when it is asked for. */
export class CslJsonEntry implements Extract<BibliographyEntry, { format: "csl-json" }> {
  readonly format = "csl-json";
  #summary: SourceSummary | undefined;
  /** What a tolerant parser has made of the item, which is not to be paid for again. */
  #repaired: Readonly<Record<string, unknown>> | undefined;

  constructor(readonly text: string, readonly element: JsonElement, readonly key: CitationKey, readonly keyRange: TextRange, readonly allowance: RepairAllowance) {}

  get range(): TextRange {
    return { start: this.element.start, end: this.element.end };
  }

  /** It is not kept: who asks each of 100,000 entries asks once. */
  get item(): CslItem {
    return this.#read(undefined).item;
  }

  get summary(): SourceSummary {
    return this.#summary ??= this.readSummary();
  }

  readSummary(): SourceSummary {
    return this.#summary ?? summaryOfItem(this.item);
  }

  /** Adds what is wrong in the item. */
  check(problems: ProblemList): void {
    const { leftOut } = this.#read(problems);
    if (leftOut.length === 0) return;
    const tree = parseTree(this.#json());
    for (const { variable, message } of leftOut) {
      const value = tree?.children?.findLast(({ children }) => children?.[0]?.value === variable)?.children?.[1];
      const start = this.element.start + (value?.offset ?? 0);
      problems.addSyntax(start, value === undefined ? this.element.end : start + value.length, message, this.key, "warning");
    }
  }

  #read(problems: ProblemList | undefined): CheckedItem {
    // Brackets that do not match are no JSON: it need not be tried.
    const object = (this.element.isClosed ? parseObject(this.#json()) : undefined) ?? this.#repair(problems);
    return checkItem(object, this.key);
  }

  #json(): string {
    return this.text.slice(this.element.start, this.element.end);
  }

  /** What a tolerant parser makes of an item that is no valid JSON. */
  #repair(problems: ProblemList | undefined): Readonly<Record<string, unknown>> {
    if (this.#repaired !== undefined && problems === undefined) return this.#repaired;
    const errors: ParseError[] = [];
    const { start, end } = this.element;
    if (!this.allowance.take(end - start)) {
      problems?.addSyntax(start, start + 1, `${quoted(this.key)} is not valid JSON, like too many items of this file.`, this.key);
      return {};
    }
    const tree = parseTree(this.#json(), errors, { disallowComments: true });
    // one slip upsets what follows it; the first error is the one to mend
    const [first] = errors;
    const place = Math.min(start + (first?.offset ?? 0), end - 1);
    problems?.addSyntax(place, Math.min(place + Math.max(first?.length ?? 1, 1), end), `${quoted(this.key)} is not valid JSON here${first === undefined ? "" : `: ${words(first)}`}.`, this.key);
    const value = tree === undefined ? undefined : valueOf(tree);
    return this.#repaired = isObject(value) ? value : {};
  }
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value of a tree. How deep it nests was checked before it was parsed. */
function valueOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value;
  return Object.fromEntries((node.children ?? []).flatMap(({ children }) => {
    const [name, value] = children ?? [];
    return typeof name?.value === "string" && value !== undefined ? [[name.value, valueOf(value)] as const] : [];
  }));
}

/** `CommaExpected` → `comma expected` */
function words({ error }: ParseError): string {
  return printParseErrorCode(error).replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
