import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import type { BibliographyEntry } from "../model/bibliography";
import type { CitationCluster, CitationKey } from "../model/citation";
import type { CslItem } from "../model/cslItem";
import type { DocumentSettings } from "../model/document";
import type { CitationToFormat, FormattedCitation, FormattedDocument, FormattedReference, ReferenceEngine, ReferenceFormat, ReferenceStyle, TextDocument, Uri } from "../ports";
import { citedSources, type CitedCluster, type CitedSources } from "./citedSources";
import type { InStyle } from "./inStyle";
import { readingOrder, type ReadCitation } from "./readingOrder";

/** A citation of a document as its readers will see it. */
export interface RenderedCitation extends FormattedCitation {
  readonly cluster: CitationCluster;
  /** Its sources in order, by the keys that the list of references has them under. */
  readonly keys: readonly CitationKey[];
  readonly unknownKeys: readonly CitationKey[];
}

/** What becomes of a document's citations in its style. */
export interface DocumentReferences {
  /** In order of appearance. Those that print nothing (`nocite`) have no text. */
  readonly citations: readonly RenderedCitation[];
  /** The list of references in the order of the style. */
  readonly references: readonly FormattedReference[];
  /** What the document, or else its project, says about the list. */
  readonly settings: ListSettings;
  /** Why the style that is wanted is not to be had, and another one was taken. */
  readonly styleProblem?: string;
}

export type ListSettings = Pick<DocumentSettings, "locale" | "referenceSectionTitle" | "hasNoReferenceList">;

export interface DocumentFormatter {
  /** `undefined` where the document's language has no citations. What has not changed since the last time is not formatted anew. */
  readonly formatDocument: (document: TextDocument, format: ReferenceFormat) => Promise<DocumentReferences | undefined>;
  /** The items of sources under the keys that they are cited by. */
  readonly itemsOf: (sources: Iterable<Source>) => Promise<readonly CslItem[]>;
  /** A document was closed. */
  readonly forget: (uri: Uri) => void;
  /** How many formatted documents are kept. */
  readonly count: () => number;
}

interface Formatted {
  readonly question: string;
  readonly items: readonly CslItem[];
  readonly answer: Promise<FormattedDocument>;
}

/** Documents whose formatted citations are kept. */
const mostDocuments = 20;

export function createDocumentFormatter(libraries: Libraries, inStyle: InStyle, engine: () => Promise<ReferenceEngine>): DocumentFormatter {
  const known = new Map<string, Formatted & { readonly uri: Uri }>();
  const converted = new WeakMap<BibliographyEntry, Map<CitationKey, CslItem>>();

  const itemsOf: DocumentFormatter["itemsOf"] = async (sources) => {
    const all = [...sources];
    const unknown = [...new Set(all.map(({ entry }) => entry))].filter((entry) => !converted.has(entry));
    const missing = unknown.filter((entry) => entry.format === "bibtex");
    for (const entry of unknown) if (entry.format === "csl-json") converted.set(entry, new Map([[entry.key, entry.item]]));
    if (missing.length > 0) {
      const items = await (await engine()).toCslItems(missing);
      missing.forEach((entry, index) => converted.set(entry, new Map([[entry.key, items[index] ?? { id: entry.key, type: entry.summary.type }]])));
    }
    return all.map((source) => itemUnder(source, converted.get(source.entry)));
  };

  const format = ({ uri, isClosed = false }: TextDocument, citations: readonly CitationToFormat[], items: readonly CslItem[], style: ReferenceStyle, to: ReferenceFormat, loaded: ReferenceEngine): Promise<FormattedDocument> => {
    const name = `${to} ${uri}`;
    const question = JSON.stringify([citations, style]);
    const last = known.get(name);
    if (last?.question === question && isSameList(last.items, items)) return last.answer;
    const answer = loaded.formatDocument({ citations, items }, style, to);
    if (isClosed) return answer;
    answer.catch(() => {
      if (known.get(name)?.answer === answer) known.delete(name);
    });
    known.delete(name);
    known.set(name, { uri, question, items, answer });
    for (const [oldest] of [...known].slice(0, -mostDocuments)) known.delete(oldest);
    return answer;
  };

  return {
    itemsOf,
    forget: (uri) => {
      for (const [name, formatted] of known) if (formatted.uri === uri) known.delete(name);
    },
    count: () => known.size,
    formatDocument: async (document, to) => {
      const parsed = libraries.parse(document);
      if (parsed === undefined) return undefined;
      const [{ library }, settings] = await Promise.all([libraries.of(document), libraries.settingsOf(document)]);
      const cited = citedSources(parsed, library);
      if (cited.citations.length === 0 && cited.sources.size === 0) return { citations: [], references: [], settings: listSettings(settings) };
      const order = readingOrder(parsed, cited.citations.map(({ cluster }) => cluster));
      const citations = order.flatMap((read) => {
        const citation = cited.citations[read.index];
        return citation === undefined ? [] : [toFormat(citation, read)];
      });
      const items = await itemsOf(cited.sources.values());
      const { result, styleProblem } = await inStyle(document, (loaded, style) => format(document, citations, items, style, to, loaded));
      return {
        citations: placeCitations(cited, order.map(({ index }) => index), result),
        references: result.references,
        settings: listSettings(settings),
        ...styleProblem !== undefined && { styleProblem },
      };
    },
  };
}

function listSettings(all: readonly DocumentSettings[]): ListSettings {
  const locale = all.find((settings) => settings.locale !== undefined)?.locale;
  const title = all.find((settings) => settings.referenceSectionTitle !== undefined)?.referenceSectionTitle;
  return {
    ...locale !== undefined && { locale },
    ...title !== undefined && { referenceSectionTitle: title },
    ...all.some((settings) => settings.hasNoReferenceList) && { hasNoReferenceList: true },
  };
}

/** The same object each time, so that it is seen that nothing has changed. */
function itemUnder({ key, entry }: Source, known: Map<CitationKey, CslItem> | undefined): CslItem {
  const item = known?.get(key) ?? { type: entry.summary.type, ...known?.get(entry.key), id: key };
  known?.set(key, item);
  return item;
}

function toFormat({ citationItems }: CitedCluster, { noteNumber, isInNote }: ReadCitation): CitationToFormat {
  return {
    noteNumber,
    ...isInNote && { isInNote },
    citationItems: citationItems.map(({ key, mode, prefix, suffix, markedPrefix, markedSuffix, locator }) => ({
      key,
      mode,
      prefix,
      suffix,
      ...markedPrefix !== undefined && { markedPrefix },
      ...markedSuffix !== undefined && { markedSuffix },
      ...locator !== undefined && { locator },
    })),
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function placeCitations({ citations }: CitedSources, order: readonly number[], formatted: FormattedDocument): readonly RenderedCitation[] {
  const placed = new Map(order.map((index, place) => [index, formatted.citations[place]]));
  return citations.map(({ cluster, citationItems, unknownKeys }, index) => ({
    ...placed.get(index) ?? { text: "", isNote: false },
    cluster,
    keys: citationItems.map(({ key }) => key).filter((key) => !unknownKeys.includes(key)),
    unknownKeys,
  }));
}
