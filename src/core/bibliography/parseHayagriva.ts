import type { Bibliography } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { Problem } from "../model/problem";
import { skipSpace } from "./bibtexScanner";
import { hayagrivaItem } from "./hayagrivaItem";
import { isHayagrivaType } from "./hayagrivaTypes";
import { ItemEntry } from "./itemEntry";
import { duplicateKey, ProblemList, quoted } from "./problems";
import { findSections, type YamlSections } from "./yamlBlocks";
import { YamlFile } from "./yamlFile";
import { yamlText } from "./yamlValue";

/**
 * Reads Hayagriva's YAML: a map of keys and entries. One pass finds the entries; each is read by itself when it is asked for, so that one
 * which is no valid YAML costs itself alone.
 */
export function parseHayagriva(text: string): Bibliography {
  return new HayagrivaBibliography(text);
}

const nothingFound = "This is no bibliography in YAML, which has a list of items under “references:”, or Hayagriva's map of keys and entries.";

class HayagrivaBibliography implements Bibliography {
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
    if (this.#entries !== undefined) return this.#entries;
    this.#sections = findSections(this.text);
    return this.#entries = this.#sections.sections.map(({ keyRange, start, end }) =>
      new ItemEntry(this.text.slice(keyRange.start, keyRange.end), keyRange, { start, end }, { item: (key) => hayagrivaItem(this.#file.readSection({ start, end }) ?? new Map(), key) }));
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
