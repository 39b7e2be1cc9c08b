import type { CitationKey } from "../../model/citation";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { skipBlanks, skipSpace } from "../bibtex/bibtexScanner";
import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { cslItemOfYaml } from "./cslYamlItem";
import { ItemEntry, type ItemReader } from "../itemEntry";
import { duplicateKey, ProblemList } from "../problems";
import { plainTextFrom } from "./pandocMarkdown";
import { finish } from "../steps";
import type { YamlBibliography } from "./yamlBibliography";
import { YamlFile } from "./yamlFile";
import { contentLines, findReferences, isDash, startOfLine, type YamlList } from "./yamlBlocks";
import { yamlText } from "./yamlValue";

/**
 * Reads CSL in YAML, as Pandoc does: a list of items under `references:`, or the list alone. One pass finds the items; each is read by itself
 * when it is asked for, so that one which is no valid YAML costs itself alone.
 */
export function parseCslYaml(text: string): YamlBibliography {
  return new CslYamlBibliography(text);
}

/** How many entries are made in one step. */
const stepEntries = 2000;

interface PlacedKey {
  readonly key: CitationKey;
  readonly range: TextRange;
}

class CslYamlBibliography implements YamlBibliography {
  readonly format = "csl-yaml";
  readonly #file: YamlFile;
  readonly #found = new ProblemList();
  readonly #reader: ItemReader = { item: (key, range) => cslItemOfYaml(key, this.#file.readItem(range) ?? new Map()) };
  #list: YamlList | undefined;
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
    this.#list = yield* findReferences(this.text);
    const entries: ItemEntry[] = [];
    for (const item of this.#list?.items ?? []) {
      const entry = this.#entryAt(item);
      if (entry !== undefined) entries.push(entry);
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

  #entryAt(item: TextRange): ItemEntry | undefined {
    const place = keyAt(this.text, item) ?? this.#keyInside(item);
    if (place !== undefined) return new ItemEntry(place.key, place.range, item, this.#reader);
    this.#found.addSyntax(item.start, item.start + 1, "This item has no “id”, so that it cannot be cited. Give it one.", undefined);
    return undefined;
  }

  /** The key of an item that has to be read for it. */
  #keyInside(item: TextRange): PlacedKey | undefined {
    const key = yamlText(this.#file.readItem(item)?.get("id"))?.trim();
    if (key === undefined || key === "") return undefined;
    const name = /["']?\bid["']?[ \t]*:\s*["']?/.exec(this.text.slice(item.start, item.end));
    const start = name === null ? -1 : item.start + name.index + name[0].length;
    return { key, range: this.text.startsWith(key, start) ? { start, end: start + key.length } : { start: item.start, end: item.start + 1 } };
  }

  #collectProblems(): readonly Problem[] {
    const keys = new Set<CitationKey>();
    for (const { key, keyRange, range } of this.entries) {
      this.#file.readItem(range, key, this.#found);
      if (keys.has(key)) this.#found.add(duplicateKey(key, keyRange.start, keyRange.end));
      keys.add(key);
    }
    for (const { start, end } of this.#list?.strays ?? []) this.#found.addSyntax(start, end, "This belongs to no item: indent it, or begin an item with “- id: …”.", undefined);
    const start = skipSpace(this.text, 0);
    if (this.#list === undefined && start < this.text.length) {
      this.#found.addSyntax(start, start + 1, "This is no bibliography in YAML, which has a list of items under “references:”, or Hayagriva's map of keys and entries.", undefined);
    }
    return this.#found.sorted();
  }
}

const idLine = /^id[ \t]*:[ \t]+(?:"([^"\\]*)"|'([^']*)'|([^\s"'[\]{}&*!|>%@`#,-].*?|-\S.*?))[ \t]*(?:[ \t]#.*)?$/;
const longestIdLine = 300;

/** The key in an item's line `id: key`, where a glance tells it. */
function keyAt(text: string, item: TextRange): PlacedKey | undefined {
  const lineEnd = endOfLine(text, item.start, item.end);
  if (!isDash(text, item.start, lineEnd)) return undefined;
  const lineStart = startOfLine(text, item.start);
  const first = skipBlanks(text, item.start + 1, lineEnd);
  let column = first < lineEnd ? first - lineStart : undefined;
  const place = column === undefined ? undefined : keyInLine(text, first, lineEnd);
  if (place !== undefined) return place;
  for (const line of contentLines(text, lineEnd)) {
    if (line.start >= item.end) break;
    column ??= line.column;
    const found = line.column === column ? keyInLine(text, line.start, line.end) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function keyInLine(text: string, start: number, end: number): PlacedKey | undefined {
  const line = text.slice(start, Math.min(end, start + longestIdLine));
  const [, double, single, plain] = idLine.exec(line) ?? [];
  const written = (double ?? single ?? plain ?? "").trim();
  if (written === "" || /:(?:[ \t]|$)/.test(plain ?? "")) return undefined;
  const from = start + line.indexOf(written, line.indexOf(":"));
  // a key is Markdown to Pandoc, whose own files escape underscores in it
  return { key: plainTextFrom(written), range: { start: from, end: from + written.length } };
}
