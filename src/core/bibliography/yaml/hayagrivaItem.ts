import type { CitationKey } from "../../model/citation";
import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { cslDateOfYaml } from "./cslYamlItem";
import { cslTypeOfHayagriva, parentTypeOf } from "./hayagrivaTypes";
import { doiIn, withHyphens } from "../identifiers";
import { cslItemOf, type CslVariables } from "../itemEntry";
import { nameOf, readName } from "../listedNames";
import { isYamlMap, yamlList, yamlText, type YamlMap } from "./yamlValue";

/** An entry and the entries it appeared in, the nearest first. */
interface Entry {
  readonly fields: YamlMap;
  readonly type: string;
  readonly parents: readonly Entry[];
}

const deepest = 5;

/** The item of an entry of Hayagriva (its file format, “Reference”): what CSL has of a journal or a book stands with the entry's parent. */
export function hayagrivaItem(fields: YamlMap, id: CitationKey): CslItem {
  const entry = entryFrom(fields, "misc", 0);
  const type = cslTypeOfHayagriva(entry.type, entry.parents.map((parent) => parent.type));
  const link = inherited(entry, (from) => from.get("url"));
  const isPage = type === "document" && link !== undefined;
  return cslItemOf(id, isPage ? "webpage" : type, titles(entry), people(entry), dates(entry), numbers(entry), identifiers(entry), publication(entry), {
    URL: isYamlMap(link) ? yamlText(link.get("value")) : yamlText(link),
    accessed: isYamlMap(link) ? dateOf(link.get("date")) : undefined,
  });
}

function entryFrom(fields: YamlMap, defaultType: string, depth: number): Entry {
  const type = yamlText(fields.get("type"))?.toLowerCase() ?? defaultType;
  const parents = depth < deepest ? yamlList(fields.get("parent")).filter(isYamlMap) : [];
  return { fields, type, parents: parents.map((parent) => entryFrom(parent, parentTypeOf(type), depth + 1)) };
}

/** What an entry, else its first parent with such a thing, has. */
function inherited<T>(entry: Entry, read: (fields: YamlMap) => T | undefined): T | undefined {
  return read(entry.fields) ?? entry.parents.map((parent) => inherited(parent, read)).find((found) => found !== undefined);
}

const containers: ReadonlySet<string> = new Set(["anthology", "audio", "blog", "book", "newspaper", "periodical", "proceedings", "reference", "repository", "thread", "video", "web"]);
const events: ReadonlySet<string> = new Set(["conference", "exhibition"]);
/** Types whose parents are the series they belong to. */
const inSeries: ReadonlySet<string> = new Set(["anthology", "book", "proceedings", "report", "thesis"]);

interface Surroundings {
  readonly container: Entry | undefined;
  readonly collection: Entry | undefined;
  readonly event: Entry | undefined;
  readonly original: Entry | undefined;
}

function surroundings({ type, parents }: Entry): Surroundings {
  const first = parents.find((parent) => containers.has(parent.type));
  const container = inSeries.has(type) ? undefined : first;
  return {
    container,
    collection: inSeries.has(type) ? first : container?.parents.find((parent) => containers.has(parent.type)),
    event: parents.find((parent) => events.has(parent.type)),
    original: parents.find((parent) => parent.type === "original"),
  };
}

function titles(entry: Entry): CslVariables {
  const { container, collection, event, original } = surroundings(entry);
  const titleOf = (of: Entry | undefined): string | undefined => of && textAt(of.fields, "title");
  const eventTitle = titleOf(event);
  return {
    title: titleOf(entry),
    "title-short": shortTitle(entry),
    "container-title": titleOf(container) ?? (entry.type === "article" ? eventTitle : undefined),
    "container-title-short": container && shortTitle(container),
    "collection-title": titleOf(collection),
    "event-title": eventTitle,
    "event-place": event && textAt(event.fields, "location"),
    "original-title": titleOf(original),
  };
}

function shortTitle({ fields }: Entry): string | undefined {
  const title = fields.get("title");
  return isYamlMap(title) ? textAt(title, "short") ?? textAt(title, "shorthand") : undefined;
}

/** A “formattable string”: text, or a map with its `value`. Braces keep capitals as they are, and so does `verbatim`. */
function textAt(fields: YamlMap, name: string): string | undefined {
  const value = fields.get(name);
  const text = yamlText(isYamlMap(value) ? value.get("value") : value)?.replace(/\s+/g, " ").trim();
  if (text === undefined) return undefined;
  const isVerbatim = isYamlMap(value) && yamlText(value.get("verbatim")) === "true";
  const plain = text.replace(/\\([{}$\\])|\{|\}/g, (mark, escaped?: string) => escaped ?? (isVerbatim ? "" : mark === "{" ? "<span class=\"nocase\">" : "</span>"));
  return isVerbatim && name === "title" ? `<span class="nocase">${plain}</span>` : plain;
}

const roles: Readonly<Record<string, string>> = {
  translator: "translator", afterword: "contributor", foreword: "contributor", introduction: "contributor", annotator: "contributor", commentator: "contributor",
  compiler: "compiler", founder: "series-creator", collaborator: "contributor", organizer: "organizer", "cast-member": "performer", composer: "composer", producer: "producer",
  "executive-producer": "executive-producer", writer: "script-writer", director: "director", illustrator: "illustrator", narrator: "narrator",
};

function people(entry: Entry): CslVariables {
  const { container, collection, original } = surroundings(entry);
  const namesOf = (of: Entry | undefined, field: string): readonly CslName[] => of === undefined ? [] : yamlList(of.fields.get(field)).flatMap(nameFrom);
  const editors = namesOf(entry, "editor");
  const found: Record<string, readonly CslName[]> = {};
  for (const affiliated of inherited(entry, (fields) => fields.has("affiliated") ? yamlList(fields.get("affiliated")) : undefined)?.filter(isYamlMap) ?? []) {
    const role = yamlText(affiliated.get("role"))?.toLowerCase() ?? "";
    const variable = Object.hasOwn(roles, role) ? roles[role] : undefined;
    if (variable !== undefined) found[variable] = [...found[variable] ?? [], ...yamlList(affiliated.get("names")).flatMap(nameFrom)];
  }
  return {
    author: namesOf(entry, "author"),
    editor: editors.length > 0 ? editors : namesOf(container, "editor"),
    "container-author": namesOf(container, "author"),
    "collection-editor": namesOf(collection, "editor"),
    "original-author": namesOf(original, "author"),
    ...found,
  };
}

/** A person: text (`von der Leyen, Ursula`), or a map of the name's parts. */
function nameFrom(person: unknown): readonly CslName[] {
  if (!(person instanceof Map)) return typeof person === "string" ? [readName(person)].filter((name) => name !== undefined) : [];
  const part = (name: string): string => yamlText((person as YamlMap).get(name)) ?? "";
  const [name, given, prefix, suffix] = [part("name"), part("given-name"), part("prefix"), part("suffix")];
  if (name === "") return [];
  if (given === "" && prefix === "") return [{ literal: name }];
  return [{ ...nameOf(name, given, suffix), ...prefix !== "" && { "non-dropping-particle": prefix } }];
}

function dates(entry: Entry): CslVariables {
  const { event, original } = surroundings(entry);
  return {
    issued: inherited(entry, (from) => dateOf(from.get("date"))),
    "event-date": event && dateOf(event.fields.get("date")),
    "original-date": original && dateOf(original.fields.get("date")),
  };
}

/** `2020-10-14`; a tilde before it says that it is not certain. */
function dateOf(value: Parameters<typeof cslDateOfYaml>[0] | undefined): CslDate | undefined {
  const text = yamlText(value);
  if (text === undefined) return undefined;
  const date = cslDateOfYaml(text.replace(/^~/, ""));
  return date && text.startsWith("~") ? { ...date, circa: true } : date;
}

function numbers(entry: Entry): CslVariables {
  const { container, collection } = surroundings(entry);
  const own = (name: string): string | undefined => textAt(entry.fields, name);
  const chain = (name: string): string | undefined => inherited(entry, (fields) => textAt(fields, name));
  const pages = own("page-range");
  return {
    volume: (container && textAt(container.fields, "volume")) ?? own("volume"),
    "collection-number": collection && textAt(collection.fields, "volume"),
    "number-of-volumes": chain("volume-total"),
    issue: chain("issue"),
    edition: chain("edition"),
    page: pages === undefined ? undefined : withHyphens(pages),
    "number-of-pages": own("page-total"),
    "chapter-number": own("chapter"),
    dimensions: own("runtime"),
  };
}

function identifiers(entry: Entry): CslVariables {
  const serial = entry.fields.get("serial-number") ?? entry.fields.get("serial");
  const inSerial = (fields: YamlMap, name: string): string | undefined => {
    const numbers = fields.get("serial-number");
    return yamlText(fields.get(name)) ?? (isYamlMap(numbers) ? yamlText(numbers.get(name)) : undefined);
  };
  const doi = inSerial(entry.fields, "doi");
  const arxiv = inSerial(entry.fields, "arxiv");
  return {
    DOI: doiIn(doi) ?? doi,
    ISBN: inherited(entry, (fields) => inSerial(fields, "isbn")),
    ISSN: inherited(entry, (fields) => inSerial(fields, "issn")),
    PMID: inSerial(entry.fields, "pmid"),
    PMCID: inSerial(entry.fields, "pmcid"),
    number: isYamlMap(serial) ? yamlText(serial.get("serial")) ?? (arxiv && `arXiv:${arxiv}`) : yamlText(serial),
    version: inSerial(entry.fields, "version"),
  };
}

function publication(entry: Entry): CslVariables {
  const chain = (name: string): string | undefined => inherited(entry, (fields) => textAt(fields, name));
  const publisher = inherited(entry, publisherOf);
  const repository = entry.parents.find(({ type }) => type === "repository");
  return {
    publisher: publisher?.name ?? chain("organization"),
    "publisher-place": publisher?.location ?? inherited({ ...entry, parents: entry.parents.filter(({ type }) => !events.has(type)) }, (fields) => textAt(fields, "location")),
    authority: publisher === undefined ? undefined : chain("organization"),
    language: inherited(entry, (fields) => yamlText(fields.get("language"))),
    abstract: textAt(entry.fields, "abstract"),
    genre: textAt(entry.fields, "genre"),
    keyword: yamlList(entry.fields.get("keywords")).map(yamlText).filter((word) => word !== undefined).join(", "),
    note: textAt(entry.fields, "note"),
    annote: textAt(entry.fields, "annote"),
    source: repository && textAt(repository.fields, "title"),
    archive: chain("archive"),
    "archive-place": chain("archive-location"),
    "call-number": chain("call-number"),
  };
}

/** A publisher is a name, or a map of name (`value` to older versions) and place. */
function publisherOf(fields: YamlMap): { readonly name: string | undefined; readonly location: string | undefined } | undefined {
  const publisher = fields.get("publisher");
  if (publisher === undefined) return undefined;
  if (!isYamlMap(publisher)) return { name: textAt(fields, "publisher"), location: undefined };
  return { name: textAt(publisher, "name") ?? textAt(fields, "publisher"), location: textAt(publisher, "location") };
}
