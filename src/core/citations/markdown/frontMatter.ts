import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLError, type YAMLMap } from "yaml";
import type { CitationCluster } from "../../model/citation";
import type { BibliographyDeclaration, DocumentSettings, InlineSource } from "../../model/document";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import type { YamlMap } from "../../model/yamlValue";
import type { ProseBlock } from "./markdownBlocks";
import { metadataProse } from "./metadataProse";
import { citationsIn } from "./pandocCitations";
import { slotsIn, type Slots } from "./pandocKeySlots";
import { defaultTerms } from "./pandocLocator";
import { longestYaml, parseYaml } from "./yamlDocument";

/** What the metadata of a Markdown document says about citing. */
export interface Metadata {
  /** The YAML at the document's start; `undefined` where there is none. */
  readonly frontMatter: TextRange | undefined;
  readonly declarations: readonly BibliographyDeclaration[];
  /** Whether code computes the path of a bibliography. */
  readonly hasUnseenBibliography: boolean;
  readonly settings: DocumentSettings;
  readonly inlineSources: readonly InlineSource[];
  /** `nocite:` */
  readonly clusters: readonly CitationCluster[];
  /** Of `nocite:` */
  readonly slots: readonly Slots[];
  readonly citesEverything: boolean;
  /** Strings of other fields, which Pandoc reads as Markdown. */
  readonly prose: readonly ProseBlock[];
  readonly problems: readonly Problem[];
}

type BlockMetadata = Omit<Metadata, "frontMatter">;

/** Aliases that a front matter may use; more of them are an attack on memory (“billion laughs”), not metadata. */
const mostAliases = 100;

/** What metadata blocks say, by their YAML and its place. */
export type KnownMetadata = ReadonlyMap<string, { readonly offset: number; readonly says: BlockMetadata }>;

/**
 * Reads the metadata blocks of a document (Pandoc User's Guide, “Extension: yaml_metadata_block”), given as ranges of their YAML. What several
 * of them say the first one says. Blocks that are `known` are not read again; `known` in the answer are those that are there now.
 */
export function readMetadata(text: string, blocks: readonly TextRange[], before: KnownMetadata): { readonly metadata: Metadata; readonly known: KnownMetadata } {
  const known = new Map<string, { readonly offset: number; readonly says: BlockMetadata }>();
  const all = blocks.map(({ start, end }) => {
    const yaml = text.slice(start, end);
    const found = before.get(yaml);
    const says = found?.offset === start ? found.says : readBlock(text, start, end);
    known.set(yaml, { offset: start, says });
    return says;
  });
  return { metadata: joined(text, blocks, all), known };
}

function joined(text: string, blocks: readonly TextRange[], all: readonly BlockMetadata[]): Metadata {
  const [only, ...others] = all;
  return {
    frontMatter: blocks.find(({ start }) => opening.test(text.slice(0, start))),
    declarations: all.find(({ declarations }) => declarations.length > 0)?.declarations ?? [],
    hasUnseenBibliography: all.some(({ hasUnseenBibliography }) => hasUnseenBibliography),
    settings: Object.assign({}, ...all.map(({ settings }) => settings).reverse()) as DocumentSettings,
    // what is the same list is known to hold the same sources
    inlineSources: only !== undefined && others.length === 0 ? only.inlineSources : all.flatMap(({ inlineSources }) => inlineSources),
    clusters: all.flatMap(({ clusters }) => clusters),
    slots: all.flatMap(({ slots }) => slots),
    citesEverything: all.some(({ citesEverything }) => citesEverything),
    prose: all.flatMap(({ prose }) => prose),
    problems: all.flatMap(({ problems }) => problems).sort((a, b) => a.range.start - b.range.start),
  };
}

function readBlock(text: string, offset: number, end: number): BlockMetadata {
  const source = text.slice(offset, end);
  const document = parseYaml(source);
  if (document === undefined) return { ...nothing, problems: [tooDeep(offset, end)] };
  const problems = document.errors.map((error) => yamlProblem(error, offset, end));
  const { contents } = document;
  if (!isMap(contents)) return { ...nothing, problems };
  const at = (name: string): Node | undefined => resolve(document, contents.get(name, true));
  const style = stringAt(onlyItem(document, at("csl") ?? at("citation-style")));
  const locale = stringAt(at("lang"));
  const referenceSectionTitle = stringAt(at("reference-section-title"));
  const isSuppressed = isTrue(at("suppress-bibliography"));
  const bibliographies = scalarsIn(document, at("bibliography"));
  const prose = contents.items.filter(({ key }) => !isNoProse(key)).flatMap(({ value }) => metadataProse(text, offset, value as Node | undefined));
  return {
    ...noCitations(metadataProse(text, offset, at("nocite"))),
    hasUnseenBibliography: bibliographies.some(isComputed),
    declarations: bibliographies.filter((node) => !isComputed(node)).map((node) => ({ path: node.value, range: contentRange(node, source, offset), kind: "front-matter" })),
    settings: {
      ...style !== undefined && { style },
      ...locale !== undefined && { locale },
      ...referenceSectionTitle !== undefined && { referenceSectionTitle },
      ...isSuppressed && { hasNoReferenceList: true },
    },
    inlineSources: inlineSources(document, at("references"), source, offset),
    prose,
    problems,
  };
}

const nothing: BlockMetadata = { declarations: [], hasUnseenBibliography: false, settings: {}, inlineSources: [], clusters: [], slots: [], citesEverything: false, prose: [], problems: [] };

/** What stands in front of the YAML at a document's start. */
const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)$/;

/** Fields with their own meaning here, and those that Pandoc leaves alone because their names end in `_`. */
function isNoProse(key: unknown): boolean {
  const name = isScalar(key) ? String(key.value) : "";
  return name === "nocite" || name === "references" || name.endsWith("_");
}

function yamlProblem({ message, pos: [start, end] }: YAMLError, offset: number, limit: number): Problem {
  return {
    code: "syntax",
    severity: "error",
    range: { start: Math.min(start + offset, limit), end: Math.min(Math.max(end, start + 1) + offset, limit) },
    message: `The front matter is not valid YAML: ${(message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "")}. Mend it, or what it declares may be missed.`,
  };
}

function tooDeep(start: number, end: number): Problem {
  const message = end - start > longestYaml ? "The front matter is too long to be read. Move its references into a file, and name that under `bibliography:`."
    : "The front matter is nested too deep to be read. Remove some levels of brackets or indentation.";
  return { code: "syntax", severity: "error", range: { start, end }, message };
}

function resolve(document: Document, node: unknown): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node as Node | undefined;
}

type StringScalar = Scalar & { readonly value: string };

/** Words of YAML that are no text where they are not quoted. */
const noText: ReadonlySet<unknown> = new Set(["~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"]);

function isString(node: unknown): node is StringScalar {
  return isScalar(node) && typeof node.value === "string" && node.value !== "" && !(node.type === "PLAIN" && noText.has(node.value));
}

/** Words that Pandoc takes for a yes. */
function isTrue(node: Node | undefined): boolean {
  return isScalar(node) && /^(?:true|yes|on|y)$/i.test(String(node.value));
}

/** What a list of one thing says is said by the thing, as in Pandoc. */
function onlyItem(document: Document, node: Node | undefined): Node | undefined {
  return isSeq(node) && node.items.length === 1 ? resolve(document, node.items[0]) : node;
}

function stringAt(node: Node | undefined): string | undefined {
  return isString(node) ? node.value : undefined;
}

/** Code that knitr runs in front matter: `` `r here::here("refs.bib")` ``, or `!expr here::here("refs.bib")`. */
function isComputed({ value, tag }: StringScalar): boolean {
  return /`\{?(?:r|python)\b/.test(value) || /^!(?:expr|r)$/.test(tag ?? "");
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

/** Citations under `nocite:`, of which `@*` means everything. */
function noCitations(prose: readonly ProseBlock[]): Pick<BlockMetadata, "clusters" | "slots" | "citesEverything"> {
  const context = { examples: new Set<string>(), links: new Set<string>(), terms: defaultTerms };
  const items = prose.flatMap((block) => citationsIn(block, context)).flatMap(({ citationItems }) => citationItems);
  return {
    clusters: items.map((item) => ({ syntax: "metadata", range: item.keyRange, citationItems: [{ ...item, mode: "nocite" }] })),
    slots: prose.map((block) => slotsIn(block, context.examples)),
    citesEverything: items.some(({ key }) => key === "*"),
  };
}

function inlineSources(document: Document, node: Node | undefined, source: string, offset: number): readonly InlineSource[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    const map = resolve(document, item);
    if (!isMap(map) || !map.range) return [];
    const id = idNode(map);
    if (id === undefined) return [];
    return [{ key: id.value, yaml: plainMap(document, map), keyRange: contentRange(id, source, offset), range: { start: map.range[0] + offset, end: map.range[1] + offset } }];
  });
}

function idNode(map: YAMLMap): StringScalar | undefined {
  const id: unknown = map.get("id", true);
  return isString(id) ? id : undefined;
}

function plainMap(document: Document, map: YAMLMap): YamlMap {
  try {
    return map.toJS(document, { maxAliasCount: mostAliases, mapAsMap: true }) as YamlMap;
  } catch {
    return new Map();
  }
}
