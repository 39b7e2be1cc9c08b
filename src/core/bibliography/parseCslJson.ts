import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { CslItem } from "../model/cslItem";
import type { Problem } from "../model/problem";
import type { TextRange } from "../model/textRange";
import { summaryOfItem } from "./summary";

/** CSL-JSON nests five deep; the parser recurses, so what nests deeper than this is refused before it is read. */
const deepest = 100;

/**
 * Reads CSL-JSON: an array of items, or `{ "items": [...] }` as Better BibTeX exports it (schema csl-data.json). An item that is
 * none costs itself alone.
 */
export function parseCslJson(text: string): Bibliography {
  const tooDeep = placeOfNesting(text);
  if (tooDeep !== undefined) {
    return { format: "csl-json", entries: [], problems: [syntax({ start: tooDeep, end: tooDeep + 1 }, "This JSON nests too deeply to be a bibliography.")] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text, errors, { allowTrailingComma: true });
  const problems: Problem[] = errors.map(({ error, offset, length }) => syntax({ start: offset, end: offset + length }, `This is not valid JSON here (${words(printParseErrorCode(error))}).`));
  const items = itemsOf(tree);
  if (items === undefined) {
    if (problems.length === 0) problems.push(syntax({ start: 0, end: Math.min(1, text.length) }, "This JSON is no bibliography: an array of CSL items was expected."));
    return { format: "csl-json", entries: [], problems };
  }
  const entries = items.flatMap((node) => readItem(node, problems) ?? []);
  addDuplicates(entries, problems);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { format: "csl-json", entries, problems };
}

/** Whether JSON is a bibliography by its shape, as opposed to settings, packages or notebooks: its first item has a CSL type and an id. */
export function looksLikeCslJson(text: string): boolean {
  const start = text.slice(0, 4096);
  if (!/^\ufeff?\s*(?:\[\s*\{|\{)/.test(start) || !/"(?:id|citation-key)"\s*:/.test(text)) return false;
  const [first] = parseCslJson(text).entries;
  return first?.format === "csl-json" && typeof first.item.type === "string" && /^[a-z_-]+$/.test(first.item.type)
    && ["title", "author", "editor", "issued", "container-title", "DOI", "URL"].some((variable) => variable in first.item);
}

function itemsOf(tree: Node | undefined): readonly Node[] | undefined {
  if (tree?.type === "array") return tree.children ?? [];
  if (tree?.type !== "object") return undefined;
  const items = propertyOf(tree, "items") ?? propertyOf(tree, "references");
  return items?.type === "array" ? items.children ?? [] : undefined;
}

function propertyOf(node: Node, name: string): Node | undefined {
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function readItem(node: Node, problems: Problem[]): BibliographyEntry | undefined {
  const range = rangeOf(node);
  if (node.type !== "object") {
    problems.push(syntax(range, "This is no CSL item: an object was expected."));
    return undefined;
  }
  const idNode = propertyOf(node, "id") ?? propertyOf(node, "citation-key");
  const id: unknown = idNode?.value;
  if (idNode === undefined || (typeof id !== "string" && typeof id !== "number") || String(id).trim() === "") {
    problems.push(syntax({ start: range.start, end: range.start + 1 }, "This item has no “id”, so it cannot be cited."));
    return undefined;
  }
  const key = String(id);
  const keyRange = typeof id === "string" ? { start: idNode.offset + 1, end: idNode.offset + idNode.length - 1 } : rangeOf(idNode);
  const item = itemOf(node, key, problems);
  return { format: "csl-json", key, keyRange, range, item, summary: summaryOfItem(item) };
}

const nameVariables: ReadonlySet<string> = new Set([
  "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor", "editorial-director",
  "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
  "reviewed-author", "script-writer", "series-creator", "translator",
]);
const dateVariables: ReadonlySet<string> = new Set(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]);

/** The item with `id` as its key; a name or date variable of the wrong shape is left out and said so. */
function itemOf(node: Node, key: string, problems: Problem[]): CslItem {
  const entries: [string, unknown][] = [["id", key], ["type", "document"]];
  for (const { children } of node.children ?? []) {
    const [name, value] = children ?? [];
    if (name === undefined || value === undefined || typeof name.value !== "string" || name.value === "id") continue;
    if ((nameVariables.has(name.value) && value.type !== "array") || (dateVariables.has(name.value) && value.type !== "object")) {
      problems.push(syntax(rangeOf(value), `“${name.value}” has the wrong form; it is left out.`, "warning", key));
    } else {
      entries.push([name.value, getNodeValue(value)]);
    }
  }
  return fromEntries(entries);
}

/** `__proto__` is a name like any other in untrusted data: it is defined, not assigned. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): CslItem {
  return Object.fromEntries(entries) as CslItem;
}

function addDuplicates(entries: readonly BibliographyEntry[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) {
      problems.push({ code: "duplicate-key", severity: "warning", key, range: keyRange, message: `The key “${key}” is taken by an item above, which wins. Rename one of them.` });
    }
    seen.add(key);
  }
}

function placeOfNesting(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (inString) {
      if (code === 92) position++;
      else if (code === 34 || code === 10) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      if (++depth > deepest) return position;
    } else if (code === 93 || code === 125) depth--;
  }
  return undefined;
}

function words(errorCode: string): string {
  return errorCode.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function rangeOf({ offset, length }: Node): TextRange {
  return { start: offset, end: offset + length };
}

function syntax(range: TextRange, message: string, severity: Problem["severity"] = "error", key?: string): Problem {
  return { code: "syntax", severity, range, message, ...key !== undefined && { key } };
}
