import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Scalar, type YAMLMap } from "yaml";
import type { CitationCluster } from "../model/citation";
import type { BibliographyDeclaration, DocumentSettings, InlineSource } from "../model/document";
import type { Problem } from "../model/problem";
import type { TextRange } from "../model/textRange";
import { cslItemFromYaml } from "./cslYamlItem";

/** What the YAML block at the top of a Markdown document says about citing. */
export interface FrontMatter {
  /** Where the document's text begins. */
  readonly end: number;
  /** The YAML between the fences; `undefined` where there is no front matter. */
  readonly yaml: TextRange | undefined;
  readonly declarations: readonly BibliographyDeclaration[];
  readonly settings: DocumentSettings;
  readonly inlineSources: readonly InlineSource[];
  /** `nocite:` */
  readonly clusters: readonly CitationCluster[];
  readonly citesEverything: boolean;
  readonly problems: readonly Problem[];
}

const nothing: FrontMatter = { end: 0, yaml: undefined, declarations: [], settings: {}, inlineSources: [], clusters: [], citesEverything: false, problems: [] };

const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/gm;

/** Aliases that a front matter may use; more of them are an attack on memory (“billion laughs”), not metadata. */
const mostAliases = 100;

/** Reads the front matter (Pandoc User's Guide, “Extension: yaml_metadata_block”). */
export function readFrontMatter(text: string): FrontMatter {
  const fence = opening.exec(text)?.[0];
  if (fence === undefined) return nothing;
  closing.lastIndex = fence.length;
  const close = closing.exec(text);
  if (close === null) return nothing;
  const yaml = { start: fence.length, end: close.index };
  const end = close.index + close[0].length;
  return { ...readMetadata(text.slice(yaml.start, yaml.end), yaml.start), yaml, end };
}

function readMetadata(source: string, offset: number): Omit<FrontMatter, "yaml" | "end"> {
  const document = parseDocument(source, { logLevel: "silent", strict: false, uniqueKeys: false });
  const problems = document.errors.map(({ message, pos: [start, end] }): Problem => ({
    code: "syntax",
    severity: "error",
    range: { start: start + offset, end: Math.min(Math.max(end, start + 1), source.length) + offset },
    message: `The front matter is not valid YAML: ${(message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "")}. Mend it, or what it declares may be missed.`,
  }));
  const { contents } = document;
  if (!isMap(contents)) return { ...nothing, problems };
  const at = (name: string): Node | undefined => resolve(document, contents.get(name, true));
  const nocite = noCitations(at("nocite"), source, offset);
  const style = stringAt(at("csl") ?? at("citation-style"));
  const locale = stringAt(at("lang"));
  return {
    declarations: scalarsIn(document, at("bibliography")).map((node) => ({ path: String(node.value), range: contentRange(node, source, offset), kind: "front-matter" })),
    settings: { ...style !== undefined && { style }, ...locale !== undefined && { locale } },
    inlineSources: inlineSources(document, at("references"), source, offset),
    clusters: nocite.clusters,
    citesEverything: nocite.citesEverything,
    problems,
  };
}

function resolve(document: Document, node: unknown): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node as Node | undefined;
}

type StringScalar = Scalar & { readonly value: string };

function isString(node: unknown): node is StringScalar {
  return isScalar(node) && typeof node.value === "string" && node.value !== "";
}

function stringAt(node: Node | undefined): string | undefined {
  return isString(node) ? node.value : undefined;
}

/** The strings of a scalar, a list, or a map's values. */
function scalarsIn(document: Document, node: Node | undefined): readonly StringScalar[] {
  if (isString(node)) return [node];
  if (isSeq(node)) return node.items.map((item) => resolve(document, item)).filter(isString);
  if (isMap(node)) return node.items.flatMap(({ value }) => scalarsIn(document, isSeq(value) || isScalar(value) ? value : undefined));
  return [];
}

/** A scalar without its quotes. */
function contentRange(node: Scalar, source: string, offset: number): TextRange {
  const [start, end] = node.range ?? [0, 0];
  const quoted = /^(["'])[\s\S]*\1$/.test(source.slice(start, end)) ? 1 : 0;
  return { start: start + quoted + offset, end: end - quoted + offset };
}

const citedKey = /(?<![\p{L}\p{N}_])@(\{[^{}\n]*\}|\*|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*)/gu;

function noCitations(node: Node | undefined, source: string, offset: number): Pick<FrontMatter, "clusters" | "citesEverything"> {
  if (!node?.range) return { clusters: [], citesEverything: false };
  const [start, end] = node.range;
  const clusters: CitationCluster[] = [];
  let citesEverything = false;
  for (const match of source.slice(start, end).matchAll(citedKey)) {
    const written = match[1] ?? "";
    const at = start + offset + match.index;
    if (written === "*") {
      citesEverything = true;
      continue;
    }
    const brace = written.startsWith("{") ? 1 : 0;
    const key = written.slice(brace, written.length - brace);
    const keyRange = { start: at + 1 + brace, end: at + 1 + brace + key.length };
    clusters.push({ syntax: "metadata", range: { start: at, end: at + match[0].length }, citationItems: [{ key, keyRange, mode: "nocite", prefix: "", suffix: "" }] });
  }
  return { clusters, citesEverything };
}

function inlineSources(document: Document, node: Node | undefined, source: string, offset: number): readonly InlineSource[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    const map = resolve(document, item);
    if (!isMap(map) || !map.range) return [];
    const id = idNode(map);
    if (id === undefined) return [];
    return [{ item: cslItemFromYaml(String(id.value), plainValue(document, map)), keyRange: contentRange(id, source, offset), range: { start: map.range[0] + offset, end: map.range[1] + offset } }];
  });
}

function idNode(map: YAMLMap): Scalar | undefined {
  const id: unknown = map.get("id", true);
  return isScalar(id) && (typeof id.value === "string" || typeof id.value === "number") && id.value !== "" ? id : undefined;
}

function plainValue(document: Document, map: YAMLMap): unknown {
  try {
    return map.toJS(document, { maxAliasCount: mostAliases });
  } catch {
    return {};
  }
}
