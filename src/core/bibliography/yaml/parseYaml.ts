import type { Bibliography } from "../../model/bibliography";
import type { TextRange } from "../../model/textRange";
import { citationTypes, commonTypes, dateVariables, nameVariables, tellingVariables } from "../cslVariables";
import { isHayagrivaType } from "./hayagrivaTypes";
import { parseCslJson } from "../cslJson/parseCslJson";
import { parseCslYaml } from "./parseCslYaml";
import { parseHayagriva } from "./parseHayagriva";
import { finish, stepLength } from "../steps";
import { contentLines, findReferences, findSections, isDash } from "./yamlBlocks";
import { YamlFile } from "./yamlFile";
import { yamlText, type YamlMap } from "./yamlValue";

/** Reads a bibliography in YAML, which is one of two, told by its shape: CSL's list of items or Hayagriva's map of entries. JSON is YAML too. */
export function parseYaml(text: string): Bibliography {
  if (isJson.test(text)) return parseCslJson(text);
  return isCslShaped(text) ? parseCslYaml(text) : parseHayagriva(text);
}

/** The same in steps, where the text is long and looks like a bibliography; others are read when someone asks for their entries. */
export function* readYaml(text: string): Generator<void, Bibliography> {
  if (isJson.test(text) || text.length < stepLength || !looksLikeYamlBibliography(text)) return parseYaml(text);
  const bibliography = isCslShaped(text) ? parseCslYaml(text) : parseHayagriva(text);
  yield* bibliography.prepare();
  return bibliography;
}

const isJson = /^\ufeff?\s*(?:\[\s*)?\{\s*"/;
const hasReferences = /^["'\ufeff]?references["']?[ \t]*:/m;

/** Whether a key says so, or the document is a list. */
function isCslShaped(text: string): boolean {
  if (hasReferences.test(text)) return true;
  for (const { start, end, column } of contentLines(text)) {
    const isMarker = column === 0 && /^(?:---[ \t]*$|%)/.test(text.slice(start, Math.min(end, start + 100)));
    if (!isMarker) return isDash(text, start, end) || text.startsWith("[", start);
  }
  return true;
}

/** How many items are looked at to tell a bibliography from other YAML. */
const mostSamples = 5;

/** How much of a file is looked at for that. */
const sampleLength = 1 << 18;

/** Words without which a file is no bibliography: the cheapest thing to ask of the many files in YAML that a workspace holds. */
const tellingWord = /(?:^|[\s{,"'-])(?:type|id)["']?[ \t]*:/m;

/**
 * Whether YAML is a bibliography by its shape, as opposed to settings, workflows and data: one of its first items, or entries, has a type of
 * CSL, or of Hayagriva, and what only sources have besides. Looks at the beginning of the text alone.
 */
export function looksLikeYamlBibliography(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  if (!tellingWord.test(sample)) return false;
  const file = new YamlFile(sample);
  if (isCslShaped(sample)) return samples(finish(findReferences(sample))?.items, (part) => file.readItem(part)).some(isCslSource);
  return samples(finish(findSections(sample)).sections, (part) => file.readSection(part)).some(isHayagrivaSource);
}

function samples(parts: readonly TextRange[] | undefined, read: (part: TextRange) => YamlMap | undefined): readonly YamlMap[] {
  return parts?.slice(0, mostSamples).flatMap((part) => part.end - part.start > longestSample ? [] : read(part) ?? []) ?? [];
}

const longestSample = 20_000;

function isCslSource(map: YamlMap): boolean {
  if (yamlText(map.get("id")) === undefined) return false;
  const type = yamlText(map.get("type")) ?? "document";
  const hasText = (name: string): boolean => yamlText(map.get(name)) !== undefined;
  if (citationTypes.has(type) && hasText("title")) return true;
  if (!citationTypes.has(type) && !commonTypes.has(type)) return false;
  return [...nameVariables, ...dateVariables].some((name) => map.has(name)) || (map.has("type") && tellingVariables.some(hasText));
}

/** Fields of which an entry of Hayagriva has one, besides its type and title. */
const sourceFields = ["author", "editor", "date", "publisher", "page-range", "serial-number", "url", "doi", "isbn", "affiliated", "organization"];

function isHayagrivaSource(map: YamlMap): boolean {
  if (!isHayagrivaType(yamlText(map.get("type"))?.toLowerCase() ?? "")) return false;
  return map.has("parent") || (map.has("title") && sourceFields.some((name) => map.has(name)));
}
