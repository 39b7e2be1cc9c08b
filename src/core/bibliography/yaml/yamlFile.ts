import { isMap, isNode, isPair, isSeq, parseDocument, type Document, type YAMLError, type YAMLMap } from "yaml";
import type { CitationKey } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import { endOfLine } from "../../text/lineEnds";
import { firstPlace } from "../../text/sortedPlaces";
import { YamlNodes } from "../../text/yamlNodes";
import { quoted, type ProblemList } from "../problems";
import { readBlockYaml } from "./yamlBlockReader";
import { startOfLine } from "./yamlBlocks";
import { readFlow } from "./yamlFlowReader";
import { salvageMap } from "./yamlSalvage";
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from "./yamlValue";

/** What of a text the whole of YAML is tried on: reading it takes a hundred times as long. */
const longestPart = 50_000;
const longestFile = 500_000;
/** As much of all its parts together; each counts for at least so many characters. */
const mostOfFile = 1_000_000;
const leastOfPart = 200;

const options = { schema: "failsafe", merge: true, strict: false, uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;

/** A text in YAML whose parts are read one by one, so that a broken one costs itself alone. */
export class YamlFile {
  readonly #slowlyRead = new Map<number, YamlValue | undefined>();
  #slowlyReadable = mostOfFile;
  #whole: WholeDocument | undefined;

  constructor(readonly text: string) {}

  /** The map that an item of a list is, `undefined` where it is none; `problems` are told what is wrong with it, as that of `key`. */
  readItem(part: TextRange, key?: CitationKey, problems?: ProblemList): YamlMap | undefined {
    const read = this.#read(part, key, problems);
    if (read === undefined) return this.text.startsWith("{", part.start) ? undefined : salvageMap(this.text, part);
    const [item] = isYamlList(read) ? read : [read];
    return isYamlMap(item) ? item : undefined;
  }

  /** The map behind the key that begins a part. */
  readSection(part: TextRange, key?: CitationKey, problems?: ProblemList): YamlMap | undefined {
    const read = this.#read(part, key, problems);
    if (read === undefined) return salvageMap(this.text, { start: endOfLine(this.text, part.start, part.end), end: part.end });
    const [section] = isYamlMap(read) ? read.values() : [];
    return isYamlMap(section) ? section : undefined;
  }

  /** What a part holds; `undefined` where it is broken. */
  #read(part: TextRange, key: CitationKey | undefined, problems: ProblemList | undefined): YamlValue | undefined {
    const { text } = this;
    const isFlow = text.startsWith("{", part.start);
    const quick = isFlow ? readFlow(text, part.start, part.end)?.value : readBlockYaml(text, part.start, part.end);
    if (quick !== undefined) return quick;
    if (problems === undefined && this.#slowlyRead.has(part.start)) return this.#slowlyRead.get(part.start);
    if (!this.#mayReadSlowly(part)) {
      problems?.addSyntax(part.start, part.start + 1, "This source is no plain YAML, and is too long to be read as any other, or one of too many.", key);
      return undefined;
    }
    const value = this.#readAnything(part, isFlow ? part.start : startOfLine(text, part.start), key, problems);
    this.#slowlyRead.set(part.start, value);
    return value;
  }

  #mayReadSlowly({ start, end }: TextRange): boolean {
    if (this.#slowlyRead.has(start)) return true;
    if (end - start > longestPart || this.#slowlyReadable <= 0) return false;
    this.#slowlyReadable -= Math.max(end - start, leastOfPart);
    return true;
  }

  /** `start` is where the part's first line begins, so that its indentation counts. */
  #readAnything(part: TextRange, start: number, key: CitationKey | undefined, problems: ProblemList | undefined): YamlValue | undefined {
    const document = parse(this.text.slice(start, part.end));
    const nodes = new YamlNodes(document?.contents);
    if (document !== undefined) checkDocument(document, nodes, { start, part, key, problems });
    if (document !== undefined && document.errors.length > 0) return undefined;
    const value = nodes.plainValue(document?.contents) ?? this.#valueInWhole(part);
    if (value === undefined) problems?.addSyntax(part.start, part.start + 1, "Not all of this source can be read: it nests too deeply, or refers to what is not there.", key);
    return value;
  }

  /** A part that refers to anchors of other parts can be read with them alone. */
  #valueInWhole(part: TextRange): YamlValue | undefined {
    const { nodes, placed } = this.#whole ??= wholeDocument(this.text);
    const found = placed[firstPlace(placed.length, (place) => (placed[place]?.start ?? 0) >= part.start)];
    if (found === undefined || found.start >= part.end) return undefined;
    const value = nodes.plainValue(isPair(found.node) ? found.node.value : found.node);
    return isPair(found.node) && value !== undefined ? new Map([["", value]]) : value;
  }
}

/** The nodes that parts may be, in order, and their values. */
interface WholeDocument {
  readonly nodes: YamlNodes;
  readonly placed: readonly PlacedNode[];
}

function wholeDocument(text: string): WholeDocument {
  const contents = text.length > longestFile ? undefined : parse(text)?.contents;
  return { nodes: new YamlNodes(contents), placed: nodesIn(contents) };
}

function parse(text: string): Document | undefined {
  try {
    return parseDocument(text, options);
  } catch {
    // the parser is recursive, and the stack is not endless
    return undefined;
  }
}

interface CheckedPart {
  /** Where the document begins. */
  readonly start: number;
  readonly part: TextRange;
  readonly key: CitationKey | undefined;
  readonly problems: ProblemList | undefined;
}

function checkDocument(document: Document, nodes: YamlNodes, { start: offset, part, key, problems }: CheckedPart): void {
  // one slip upsets what follows it; the first error is the one to mend
  const [error] = document.errors;
  if (error !== undefined) {
    const start = Math.max(Math.min(error.pos[0] + offset, part.end - 1), part.start);
    const end = Math.min(Math.max(error.pos[1] + offset, start + 1), part.end);
    problems?.addSyntax(start, end, `${key === undefined ? "This source" : quoted(key)} is not valid YAML here: ${wordsFor(error)}.`, key);
  }
  const content = fieldsIn(document.contents);
  if (content === undefined) return;
  const names = new Set<string | undefined>();
  for (const { key: name } of content.items) {
    const range = isNode(name) ? name.range : undefined;
    const value = nodes.plainValue(name);
    const text = typeof value === "string" ? value : undefined;
    if (range && text !== undefined && names.has(text)) problems?.addSyntax(range[0] + offset, range[1] + offset, `${quoted(text)} is here a second time; this one counts.`, key, "warning");
    names.add(text);
  }
}

/** The map of fields in an item of a list, in an item in braces, or below the key of a section. */
function fieldsIn(contents: unknown): YAMLMap | undefined {
  const [first] = isSeq(contents) ? contents.items : [contents];
  if (!isMap(first)) return undefined;
  const [only, ...more] = first.items;
  return more.length === 0 && isMap(only?.value) ? only.value : first;
}

/** What is wrong in words for who does not know YAML's. */
function wordsFor({ code, message }: YAMLError): string {
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "a text that holds a colon and a space needs quotation marks around it";
  if (code === "TAB_AS_INDENT") return "tabs cannot indent it";
  if (code === "BAD_INDENT") return "it is indented otherwise than the lines above";
  if (code === "MISSING_CHAR" && message.includes("quote")) return "a closing quotation mark is missing";
  return (message.split("\n")[0] ?? "").replace(/[.:]+$/, "");
}

/** The items of a list, of the lists under keys, and the pairs of a map, with where they begin. */
function nodesIn(contents: unknown): readonly PlacedNode[] {
  if (isSeq(contents)) return contents.items.flatMap((item) => placed(item, item));
  return isMap(contents) ? contents.items.flatMap((pair) => [...placed(pair.key, pair), ...isSeq(pair.value) ? nodesIn(pair.value) : []]) : [];
}

interface PlacedNode {
  readonly start: number;
  readonly node: unknown;
}

function placed(place: unknown, node: unknown): readonly PlacedNode[] {
  const start = isNode(place) ? place.range?.[0] : undefined;
  return start === undefined ? [] : [{ start, node }];
}
