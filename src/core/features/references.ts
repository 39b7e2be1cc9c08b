import type { SettingsOf } from "../library/folderSettings";
import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import type { CslItem } from "../model/cslItem";
import { onceLoaded } from "../onceLoaded";
import type { CancellationToken, CitationToFormat, ConversionTarget, ReferenceEngine, ReferenceFormat, StyleDescription, TextDocument, Uri, Workspace } from "../ports";
import { addToBibliography, addToFile, type Addition, type AdditionOptions, type AdditionRefusal } from "./addToBibliography";
import { citedInAll } from "./citedSources";
import { createDocumentFormatter, type DocumentFormatter } from "./formatDocument";
import { exportSources } from "./exportSources";
import { createInStyle, createStyleOf } from "./inStyle";
import { withKnownReferences } from "./knownReferences";
import { createPromptReference, type AskPromptly } from "./promptReference";
import { declaredStyle } from "./referenceStyle";

/** What the slow part answers, for sources as libraries hold them. */
export interface References {
  /** CSL-JSON of sources, in their order. */
  readonly items: (sources: readonly Source[]) => Promise<readonly CslItem[]>;
  /** The document's citations and its list of references, in its style. */
  readonly formatDocument: DocumentFormatter["formatDocument"];
  /** What is kept of formatted documents. */
  readonly formatted: Pick<DocumentFormatter, "forget" | "count">;
  /** The formatted reference of one source in the style of `document`, or in the default one where that is not to be had. */
  readonly reference: (source: Source, format: ReferenceFormat, document?: TextDocument, token?: CancellationToken) => Promise<string>;
  /** The same for those who cannot wait for the engine. */
  readonly promptReference: AskPromptly;
  /** The first source that a document cites. */
  readonly firstCited: (document: TextDocument) => Promise<Source | undefined>;
  /** All styles that ship with the product. */
  readonly styles: () => Promise<readonly StyleDescription[]>;
  /** What a document says about its style itself or by its project; `undefined` where the settings decide. */
  readonly declaredStyle: (document: TextDocument) => Promise<string | undefined>;
  /** Sources, as text unless another format is wanted, in a style of the product, in the language of `document`: how it cites the first of them, and the references. */
  readonly styleSample: (id: string, sources: readonly Source[], document?: TextDocument, format?: ReferenceFormat) => Promise<StyleSample>;
  /** The sources as one citation in the style of `document`. */
  readonly citation: (sources: readonly Source[], format: ReferenceFormat, document?: TextDocument) => Promise<string>;
  /** What a document and the other files of its LaTeX work cite, each source once, in order; `undefined` where its language has no citations. */
  readonly cited: (document: TextDocument) => Promise<readonly Source[] | undefined>;
  /** Sources in a format, under the keys that they are cited by; entries that are in it already stay as they are written. */
  readonly exported: (sources: readonly Source[], target: ConversionTarget) => Promise<string>;
  /** The edits that add sources to the document's own bibliography, in that file's format. */
  readonly addToBibliography: (document: TextDocument, sources: readonly Source[]) => Promise<Addition | AdditionRefusal>;
  /** The same for a bibliography, near an offset where one is given; `undefined` where the file is none. */
  readonly addToFile: (uri: Uri, sources: readonly Source[], offset?: number) => Promise<Addition | AdditionRefusal | undefined>;
}

/** How a style looks. */
export interface StyleSample {
  readonly citation: string;
  readonly references: readonly string[];
}

export interface ReferencesOptions {
  readonly workspace: Workspace;
  readonly libraries: Libraries;
  readonly settings: SettingsOf;
  readonly loadEngine: () => Promise<ReferenceEngine>;
}

export function createReferences({ workspace, libraries, settings, loadEngine }: ReferencesOptions): References {
  const engine = onceLoaded(async () => withKnownReferences(await loadEngine()));

  const styleOf = createStyleOf({ workspace, libraries, settings });
  const inStyle = createInStyle(styleOf, engine);
  const items: References["items"] = async (sources) => (await engine()).toCslItems(sources.map(({ entry }) => entry));
  const convert: AdditionOptions["convert"] = async (converted, target) => (await engine()).convert(converted, target);
  const addition = { libraries, items, convert };
  const documents = createDocumentFormatter(libraries, inStyle, engine);
  const reference: References["reference"] = async (source, format, document, token) => {
    const found = await documents.itemsOf([source]);
    const { result: [formatted] } = await inStyle(document, ({ formatBibliography }, style) => formatBibliography(found, style, format, token));
    return formatted?.text ?? "";
  };

  return {
    items,
    formatDocument: documents.formatDocument,
    formatted: documents,
    reference,
    promptReference: createPromptReference({ reference, styleOf }),
    firstCited: (document) => firstCited(document, libraries),
    styles: async () => (await engine()).listStyles(),
    declaredStyle: async (document) => declaredStyle(await libraries.settingsOf(document)),
    styleSample: async (id, sources, document, format = "text") => {
      const found = await documents.itemsOf(sources);
      const locale = (document === undefined ? [] : await libraries.settingsOf(document)).find((candidate) => candidate.locale !== undefined)?.locale ?? settings(document?.uri).locale;
      const style = { style: { id }, ...locale !== "" && { locale } };
      const { citations: [citation], references } = await (await engine()).formatDocument({ citations: [citationOf(sources.slice(0, 1))], items: found }, style, format);
      return { citation: citation?.text ?? "", references: references.map(({ text }) => text) };
    },
    citation: async (sources, format, document) => {
      const found = await documents.itemsOf(sources);
      const { result } = await inStyle(document, (loaded, style) => loaded.formatDocument({ citations: [citationOf(sources)], items: found }, style, format));
      return result.citations[0]?.text ?? "";
    },
    cited: async (document) => {
      const [files, { library }] = await Promise.all([libraries.workOf(document), libraries.of(document)]);
      return files.length === 0 ? undefined : citedInAll(files.map((file) => file.document), library);
    },
    exported: (sources, target) => exportSources(sources, target, { libraries, items: documents.itemsOf, convert }),
    addToBibliography: (document, sources) => addToBibliography(document, sources, addition),
    addToFile: async (uri, sources, offset) => {
      const target = await libraries.bibliography(uri);
      return target && addToFile(target, sources, offset, addition);
    },
  };
}

function citationOf(sources: readonly Source[]): CitationToFormat {
  return { citationItems: sources.map(({ key }) => ({ key, mode: "normal", prefix: "", suffix: "" })) };
}

async function firstCited(document: TextDocument, libraries: Libraries): Promise<Source | undefined> {
  const parsed = libraries.parse(document);
  if (parsed === undefined || parsed.clusters.length === 0) return undefined;
  const { library } = await libraries.of(document);
  for (const { citationItems } of parsed.clusters) {
    for (const { key } of citationItems) {
      const source = library.get(key);
      if (source !== undefined) return source;
    }
  }
  return undefined;
}
