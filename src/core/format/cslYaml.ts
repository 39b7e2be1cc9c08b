import { stringify } from "yaml";
import type { CslItem } from "../model/cslItem";
import { parseCslMarkup, type CslMarkup, type CslNode } from "../text/cslMarkup";

/** Variables that are no prose. */
const verbatim: ReadonlySet<string> = new Set(["id", "type", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "language", "page", "date-parts", "raw"]);

/** Items as Pandoc has them in YAML: a list `references`, whose text is Markdown (Pandoc manual, “Citations”). */
export function writeCslYaml(items: readonly CslItem[]): string {
  const references = items.map((item) => toYamlValue(item, ""));
  // strings that YAML 1.1 takes for something else are quoted too
  return stringify({ references }, { lineWidth: 0, version: "1.1", flowCollectionPadding: false, aliasDuplicateObjects: false });
}

function toYamlValue(value: unknown, variable: string): unknown {
  if (typeof value === "string") return verbatim.has(variable) ? value : cslToMarkdown(value);
  if (Array.isArray(value)) return value.map((element) => toYamlValue(element, variable));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toYamlValue(inner, name)]));
}

const delimiters: Readonly<Record<CslMarkup, readonly [opening: string, closing: string]>> = {
  i: ["*", "*"], b: ["**", "**"], sub: ["~", "~"], sup: ["^", "^"], sc: ["[", "]{.smallcaps}"], nocase: ["[", "]{.nocase}"],
};

function cslToMarkdown(text: string): string {
  return parseCslMarkup(text).map(nodeToMarkdown).join("").replace(/^(\d+)([.)]\s)/, "$1\\$2").replace(/^([#>+-]\s)/, "\\$1");
}

function nodeToMarkdown(node: CslNode): string {
  if (typeof node === "string") return node.replace(/[\\`*^~$[\]]|(?<![\p{L}\p{N}])[_@]|_(?![\p{L}\p{N}])|<(?=[\p{L}/!?])|&(?=#?\w+;)/gu, "\\$&");
  const [opening, closing] = delimiters[node.markup];
  const inside = node.children.map(nodeToMarkdown).join("");
  return opening + (node.markup === "sub" || node.markup === "sup" ? inside.replaceAll(" ", "\\ ") : inside) + closing;
}
