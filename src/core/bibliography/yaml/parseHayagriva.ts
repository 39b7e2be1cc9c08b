import type { CitationKey } from "../../model/citation";
import type { Problem } from "../../model/problem";
import { skipSpace } from "../bibtex/bibtexScanner";
import { isLineEnd } from "../../text/lineEnds";
import { hayagrivaItem } from "./hayagrivaItem";
import { isHayagrivaType } from "./hayagrivaTypes";
import { ItemEntry, type ItemReader } from "../itemEntry";
import { duplicateKey, ProblemList, quoted } from "../problems";
import { finish } from "../steps";
import type { YamlBibliography } from "./yamlBibliography";
import { findSections, type YamlSections } from "./yamlBlocks";
import { YamlFile } from "./yamlFile";
import { yamlText } from "./yamlValue";

/**
 * Reads Hayagriva's YAML: a map of keys and entries. One pass finds the entries; each is read by itself when it is asked for, so that one
 * which is no valid YAML costs itself alone.
 */
export function parseHayagriva(text: string): YamlBibliography {
  return new HayagrivaBibliography(text);
}

const nothingFound = "This is no bibliography in YAML, which has a list of items under “references:”, or Hayagriva's map of keys and entries.";

/** How many entries are made in one step. */
const stepEntries = 2000;

class HayagrivaBibliography implements YamlBibliography {
  readonly format = "hayagriva";
  readonly #file: YamlFile;
  #sections: YamlSections | undefined;
  #entries: readonly ItemEntry[] | undefined;
  #problems: readonly Problem[] | undefined;

  constructor(readonly text: string) {
    this.#file = new YamlFile(text);
  }

  /** Found when they are asked for: most files in YAML that a workspace holds are no bibliographies. */
  get entries(): readonly ItemEntry[] {
    return this.#entries ?? finish(this.prepare());
  }

  /** Finds the entries in steps. */
  *prepare(): Generator<void, readonly ItemEntry[]> {
    this.#sections = yield* findSections(this.text);
    const reader: ItemReader = { item: (key, range) => hayagrivaItem(this.#file.readSection(range) ?? new Map(), key) };
    const entries: ItemEntry[] = [];
    for (const { keyRange, start, end } of this.#sections.sections) {
      entries.push(new ItemEntry(this.text.slice(keyRange.start, keyRange.end), keyRange, { start, end }, reader));
      if (entries.length % stepEntries === 0) yield;
    }
    return this.#entries = entries;
  }

  /** A file that was written to its end has a line break there. */
  get isCut(): boolean {
    return this.entries.length > 0 && !isLineEnd(this.text.charCodeAt(this.text.length - 1));
  }

  get problems(): readonly Problem[] {
    return this.#problems ??= this.#collectProblems();
  }

  #collectProblems(): readonly Problem[] {
    const problems = new ProblemList();
    const keys = new Set<CitationKey>();
    for (const { key, keyRange, range } of this.entries) {
      const type = yamlText(this.#file.readSection(range, key, problems)?.get("type"));
      if (type !== undefined && !isHayagrivaType(type.toLowerCase())) {
        problems.addSyntax(keyRange.start, keyRange.end, `${quoted(type)} is no type of Hayagriva; the source counts as a document.`, key, "warning");
      }
      if (keys.has(key)) problems.add(duplicateKey(key, keyRange.start, keyRange.end));
      keys.add(key);
    }
    const start = skipSpace(this.text, 0);
    if (this.entries.length === 0 && start < this.text.length) problems.addSyntax(start, start + 1, nothingFound, undefined);
    else this.#checkStrays(problems);
    return problems.sorted();
  }

  #checkStrays(problems: ProblemList): void {
    for (const { start, end } of this.#sections?.strays ?? []) {
      problems.addSyntax(start, end, "This belongs to no source: a key and a colon begin one, and its fields are indented below it.", undefined);
    }
  }
}
