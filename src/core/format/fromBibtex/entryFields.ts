import type { EntryToConvert } from "../../ports";
import { latexToUnicode } from "../../text/latexText";
import { latexToCsl } from "../../text/latexToCsl";

export type BibtexEntry = Extract<EntryToConvert, { format: "bibtex" }>;

/** Fields that only BibLaTeX has; an entry with any of them is read by its rules. */
const biblatexFields = [
  "date", "journaltitle", "location", "langid", "eventtitle", "eventdate", "urldate", "eprinttype", "subtitle", "booksubtitle", "maintitle", "pubstate",
] as const;

/** The fields of an entry, own and inherited, by their names. A blank value is none. */
export class EntryFields {
  readonly #fields: ReadonlyMap<string, string>;

  constructor(readonly entry: BibtexEntry) {
    this.#fields = entry.effectiveFields;
  }

  /** The type, as BibLaTeX's aliases resolve it: `phdthesis` is a `thesis`. */
  get type(): string {
    return aliases.get(this.entry.entryType) ?? this.entry.entryType;
  }

  get isBiblatex(): boolean {
    return biblatexFields.some((name) => this.#fields.has(name));
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.raw(name) !== undefined);
  }

  /** The first of these fields that the entry has, in LaTeX. */
  raw(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.#fields.get(name)?.trim();
      if (value !== undefined && value !== "" && value !== "{}") return value;
    }
    return undefined;
  }

  /** The same in Unicode, without any markup. */
  plain(...names: readonly string[]): string | undefined {
    return this.#convert(names, latexToUnicode);
  }

  /** The same with CSL's markup. */
  text(...names: readonly string[]): string | undefined {
    return this.#convert(names, (value) => latexToCsl(value));
  }

  #convert(names: readonly string[], convert: (value: string) => string): string | undefined {
    for (const name of names) {
      const value = this.raw(name);
      const text = value === undefined ? "" : convert(value);
      if (text !== "") return text;
    }
    return undefined;
  }
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["conference", "inproceedings"], ["electronic", "online"], ["www", "online"], ["webpage", "online"], ["phdthesis", "thesis"], ["mastersthesis", "thesis"],
  ["bachelorsthesis", "thesis"], ["masterthesis", "thesis"], ["bathesis", "thesis"], ["mathesis", "thesis"], ["candthesis", "thesis"], ["techreport", "report"],
  ["magazine", "article"], ["newspaper", "article"], ["newsarticle", "article"],
]);
