import type { CitationKey } from "../../model/citation";
import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { dateVariables, nameVariables } from "../cslVariables";
import { nameOf } from "../listedNames";
import { cslMarkupFrom, plainTextFrom } from "./pandocMarkdown";
import { readDate } from "../writtenDates";
import { isYamlList, isYamlMap, yamlList, yamlText, type YamlMap, type YamlValue } from "./yamlValue";

/**
 * A CSL item as Pandoc reads it from YAML (User's Guide, “Specifying bibliographic data”): text is Markdown; dates are EDTF (`2016-05`), maps
 * of year, month and day, a list of two such, or CSL-JSON's; names are maps or text; a list of keywords is one text.
 */
export function cslItemOfYaml(id: CitationKey, map: YamlMap): CslItem {
  const variables = [...map].flatMap(([name, value]) => {
    if (typeof name !== "string" || name === "id") return [];
    const variable = properCase.get(name) ?? name;
    const converted = convert(variable, value);
    return converted === undefined ? [] : [[variable, converted] as const];
  });
  return Object.fromEntries([["id", id], ["type", "document"], ...variables]) as CslItem;
}

/** Variables that name something in letters that mean nothing to Markdown. */
const verbatim: ReadonlySet<string> = new Set(["DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "archive_location", "call-number", "citation-key", "language", "type"]);

/** Pandoc takes these in small letters too. */
const properCase: ReadonlyMap<string, string> = new Map([...verbatim].filter((name) => name !== name.toLowerCase()).map((name) => [name.toLowerCase(), name]));

function convert(name: string, value: YamlValue): unknown {
  if (nameVariables.has(name)) return names(value);
  if (dateVariables.has(name)) return cslDateOfYaml(value);
  const texts = yamlList(value).map(yamlText).filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  const text = texts.join(", ");
  return verbatim.has(name) ? plainTextFrom(text) : cslMarkupFrom(text);
}

function names(value: YamlValue): readonly CslName[] | undefined {
  const people = yamlList(value).flatMap((person) => {
    const literal = yamlText(person);
    return literal !== undefined ? [{ literal: cslMarkupFrom(literal) }] : isYamlMap(person) ? nameFrom(person) : [];
  });
  return people.length > 0 ? people : undefined;
}

const nameParts: ReadonlySet<string> = new Set(["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix", "static-ordering"]);

function nameFrom(map: YamlMap): readonly CslName[] {
  const parts = new Map([...map].flatMap(([part, value]) => {
    // some have written the given names as a list
    const text = yamlList(value).map(yamlText).filter((name) => name !== undefined).join(" ");
    const name = part === "name" ? "literal" : part;
    return typeof name === "string" && nameParts.has(name) && text !== "" ? [[name, cslMarkupFrom(text)] as const] : [];
  }));
  if (parts.size === 0) return [];
  const [family, given] = [parts.get("family"), parts.get("given")];
  const hasParticles = parts.has("dropping-particle") || parts.has("non-dropping-particle");
  const split = family === undefined || given === undefined || hasParticles ? {} : nameOf(family, given);
  return [{ ...Object.fromEntries(parts), ...split }];
}

/** A date in any form that Pandoc takes. */
export function cslDateOfYaml(value: YamlValue): CslDate | undefined {
  const text = yamlText(value);
  if (text !== undefined) return dateFromText(plainTextFrom(text));
  if (isYamlList(value)) return dateFromParts(value.map((date) => isYamlMap(date) ? partsOf(date) : numbers(date)));
  if (!isYamlMap(value)) return undefined;
  const told = isYamlList(value.get("date-parts")) ? dateFromParts(yamlList(value.get("date-parts")).map(numbers)) : dateFromParts([partsOf(value)]);
  const literal = yamlText(value.get("literal"));
  const season = Number(yamlText(value.get("season")));
  const date = told ?? (literal === undefined ? readDate(yamlText(value.get("raw"))) : { literal });
  const isApproximate = /^(?:true|yes|1)$/i.test(yamlText(value.get("circa")) ?? "");
  return date && { ...date, ...Number.isInteger(season) && season > 0 && { season: season > 20 ? season - 20 : season }, ...isApproximate && { circa: true } };
}

function dateFromParts(dates: readonly (readonly number[])[]): CslDate | undefined {
  const parts = dates.filter((date) => date.length > 0).slice(0, 2);
  return parts.length > 0 ? { "date-parts": parts } : undefined;
}

function partsOf(map: YamlMap): readonly number[] {
  return numbers(["year", "month", "day"].map((part) => map.get(part) ?? ""));
}

/** The numbers before the first that is none. */
function numbers(value: YamlValue): readonly number[] {
  const found = yamlList(value).map((part) => Number(yamlText(part) ?? NaN));
  const end = found.findIndex((number) => !Number.isInteger(number));
  return end < 0 ? found : found.slice(0, end);
}

const edtf = /^(-?\d{1,4}|y-?\d{5,})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?([?~%]?)$/;

/** EDTF (levels 0 and 1) as far as CSL can tell it; other text is read as people write dates, or stays as it is. */
function dateFromText(text: string): CslDate | undefined {
  const ends = text.split("/").map((part) => part.trim());
  const [first, second] = ends.map((part) => edtf.exec(part));
  const isOpen = ends.length === 2 && (ends[1] === "" || ends[1] === "..");
  if (!first || ends.length > 2 || (ends.length === 2 && !second && !isOpen)) return readDate(text);
  const dates = [first, ...second ? [second] : []].map(([, year = "", month, day]) => ({ year: yearOf(Number(year.replace("y", ""))), month: Number(month ?? 0), day: Number(day ?? 0) }));
  const [from] = dates;
  const season = from !== undefined && from.month > 20 && from.month < 25 ? from.month - 20 : undefined;
  const parts = dates.map(({ year, month, day }) => month < 1 || month > 12 ? [year] : day < 1 || day > 31 ? [year, month] : [year, month, day]);
  return { "date-parts": parts, ...season !== undefined && { season }, ...first[4] !== "" && { circa: true } };
}

/** EDTF has a year 0, CSL has none: what lies before the year 1 is one off. */
function yearOf(year: number): number {
  return year > 0 ? year : year - 1;
}
