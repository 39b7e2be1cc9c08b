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

    class Engine {
      constructor(system: System, style: string | XmlElement, language?: string, isLanguageForced?: boolean);
      readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } };
      readonly bibliography: { readonly tokens: readonly unknown[] };
      setOutputFormat(name: string): void;
      updateItems(ids: readonly string[]): void;
      makeBibliography(): readonly [BibliographyParameters, readonly string[]] | false;
      makeCitationCluster(items: readonly { readonly id: string }[]): string;
      getTerm(name: string, form?: string): string;
    }

    const Output: { readonly Formats: Record<string, OutputFormat> };
  }

  export = CSL;
}
