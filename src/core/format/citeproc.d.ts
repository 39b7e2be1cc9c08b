/** The parts of citeproc-js that are used; it carries no types of its own. */
declare module "citeproc" {
  namespace CSL {
    /** A style or locale as citeproc-js keeps XML. */
    interface XmlElement {
      readonly name: string;
      readonly attrs: Readonly<Record<string, string>>;
      readonly children: readonly (XmlElement | string)[];
    }

    interface System {
      retrieveLocale(language: string): string | XmlElement;
      retrieveItem(id: string): object;
    }

    interface BibliographyParameters {
      /** The ids of the items of each entry. */
      readonly entry_ids: readonly (readonly string[])[];
    }

    interface FormatState {
      getTerm(name: string, form?: string): string;
    }

    type Decoration = false | ((state: FormatState, text: string) => string);

    /** An output format: how text is escaped, and what becomes of text that is decorated. */
    interface OutputFormat {
      readonly text_escape: (text: string) => string;
      readonly bibstart: string;
      readonly bibend: string;
      readonly [decoration: `@${string}`]: Decoration;
    }

    /** One source in a citation. `position` and what follows it are the processor's own words. */
    interface Cite {
      readonly id: string;
      readonly prefix?: string;
      readonly suffix?: string;
      readonly locator?: string;
      readonly label?: string;
      readonly "suppress-author"?: boolean;
      readonly "author-only"?: boolean;
      readonly position?: number;
      readonly "first-reference-note-number"?: number;
      readonly "near-note"?: boolean;
    }

    interface Citation {
      readonly citationID: string;
      readonly citationItems: readonly Cite[];
      readonly properties: { readonly noteIndex: number; readonly suffix?: string; readonly unsorted?: boolean };
    }

    type CitationPlace = readonly [citationID: string, noteIndex: number];

    /** What a source has been given to be told from others, and its place among them. */
    interface RegistryItem {
      readonly seq: number;
      readonly disambig: object;
      readonly ref: object;
    }

    class Engine {
      constructor(system: System, style: string | XmlElement, language?: string, isLanguageForced?: boolean);
      readonly build: { extension: string; readonly root: string };
      macros: Readonly<Record<string, object>>;
      readonly opt: { readonly xclass: "note" | "in-text"; readonly development_extensions: { wrap_url_and_doi: boolean } };
      readonly citation: {
        readonly opt: {
          readonly layout_prefix: string;
          readonly layout_suffix: string;
          readonly layout_delimiter?: string;
          readonly collapse?: string;
          readonly cite_group_delimiter?: string;
          readonly "after-collapse-delimiter"?: string;
          readonly layout_decorations: readonly (readonly [name: string, value: string])[];
        };
      };
      readonly tmp: { readonly have_collapsed?: boolean; splice_delimiter: string };
      readonly citation_sort: { readonly tokens: readonly unknown[] };
      readonly bibliography: { readonly tokens: readonly unknown[]; readonly opt: Readonly<Record<string, unknown>> };
      readonly registry: {
        readonly registry: Readonly<Record<string, RegistryItem>>;
        readonly citationreg: { readonly citationById: Readonly<Record<string, { readonly sortedItems: readonly (readonly [item: object, cite: Cite])[] }>> };
        getSortedIds(): readonly string[];
      };
      setOutputFormat(name: string): void;
      updateItems(ids: readonly string[]): void;
      updateUncitedItems(ids: readonly string[]): void;
      makeBibliography(filter?: { readonly include: readonly { readonly field: string; readonly value: string }[] }): readonly [BibliographyParameters, readonly string[]] | false;
      makeCitationCluster(items: readonly Cite[]): string;
      /** The citations that have changed by it, the one given among them. */
      processCitationCluster(citation: Citation, before: readonly CitationPlace[], after: readonly CitationPlace[], flag?: number): readonly [
        result: object, changed: readonly (readonly [index: number, text: string, citationID: string])[],
      ];
      getTerm(name: string, form?: string): string;
      getOpt(name: string): unknown;
    }

    /** The names of one source that are being printed, by variable. */
    class NameOutput {
      /** People who belong to no organization. */
      freeters: Record<string, readonly { readonly family?: string }[]>;
      readonly freeters_count: Readonly<Record<string, number>>;
      readonly etal_spec: Readonly<Record<string, { freeters: number }>>;
      /** How each name is set. */
      name: { readonly decorations: readonly unknown[]; readonly strings: Readonly<Record<string, unknown>> };
      readonly state: { inheritOpt(token: object, attribute: string, parentAttribute?: string, fallback?: string): unknown };
      _renderOnePersonalName: (this: NameOutput, name: object, ...place: readonly unknown[]) => object;
      /** Names with “et al.” behind them. */
      _joinEtAl: (this: NameOutput, blobs: readonly object[]) => object;
      truncatePersonalNameLists: (this: NameOutput) => void;
      setEtAlParameters: (this: NameOutput) => void;
    }

    /** Puts a macro where it is called, building it where it is not built yet. */
    let expandMacro: (this: Engine, token: object, target: object) => void;
    let buildMacro: (this: Engine, target: object, nodes: object) => void;
    /** `area` is `citation_sort` or `bibliography_sort`. */
    let getSortKeys: (this: Engine, item: object, area: string) => object;
    /** What joins a cite to the one before. */
    let getSpliceDelimiter: (this: Engine, hasLocator: boolean, hasCollapsed: boolean, position: number) => string;
    /** Tells `processCitationCluster` that `updateItems` has been told of all sources. */
    const ASSUME_ALL_ITEMS_REGISTERED: number;
    /** What of a cite’s place makes its citation anew when it changes. */
    const POSITION_TEST_VARS: string[];
    /** Tells of what is odd in a style. */
    let debug: (message: string) => void;
    const SKIP_WORDS: string[];
    const Util: {
      readonly Names: {
        /** Given names as initials, or with their initials evened out. */
        initializeWith: (state: { readonly opt: Readonly<Record<string, unknown>> }, name: string, terminator: string, isEveningOut?: boolean) => string;
      };
    };
    const Output: { readonly Formats: Record<string, OutputFormat> };
  }

  export = CSL;
}
