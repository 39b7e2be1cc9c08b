import type { StyleDescription } from "../../ports";

/** Where something lies in `styles.bin`, compressed. */
export type Place = readonly [offset: number, length: number];

/** What `data/styles/index.json` holds, as scripts/lib/styleFiles.mjs writes it. */
export interface StyleIndexFile {
  /** The pieces of styles, as many as one chunk takes, each on a line of its own. */
  readonly chunks: readonly (readonly [firstPiece: number, ...Place])[];
  /** A list of the numbers of its pieces for each style, as JSON. */
  readonly recipes: Place;
  readonly locales: Readonly<Record<string, Place>>;
  readonly styles: readonly (readonly [id: string, title: string, format: string, fields: string, locale: string])[];
  readonly dependents: readonly (readonly [id: string, title: string, parent: number, fields: string, locale: string])[];
}

/** A style by its place among those that depend on no other, and the locale that a dependent one asks for. */
export interface FoundStyle {
  readonly place: number;
  readonly locale: string | undefined;
}

/** Ids that styles had before, or that people know them by. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["aaa", "american-anthropological-association"], ["ama", "american-medical-association"], ["apa7", "apa"], ["apa-7th-edition", "apa"], ["apsa", "american-political-science-association"],
  ["asa", "american-sociological-association"], ["chicago", "chicago-author-date"], ["chicago-note", "chicago-note-bibliography"], ["harvard", "harvard-cite-them-right"], ["harvard1", "harvard-cite-them-right"],
  ["mhra", "modern-humanities-research-association"], ["mla", "modern-language-association"], ["turabian-fullnote-bibliography", "chicago-fullnote-bibliography"],
]);

/** Finds and lists the styles that ship with the product. */
export class StyleIndex {
  readonly #places: ReadonlyMap<string, FoundStyle>;

  constructor(readonly file: StyleIndexFile) {
    this.#places = new Map([
      ...file.dependents.map(([id, , place, , locale]) => [id, { place, locale: locale === "" ? undefined : locale }] as const),
      ...file.styles.map(([id], place) => [id, { place, locale: undefined }] as const),
    ]);
  }

  /** By its id, or by the address that styles have for one (`http://www.zotero.org/styles/apa`). */
  find(id: string): FoundStyle | undefined {
    const name = shortId(id);
    return this.#places.get(name) ?? this.#places.get(aliases.get(name) ?? "");
  }

  list(): readonly StyleDescription[] {
    const { styles, dependents } = this.file;
    const all = [
      ...styles.map(([id, title, citationFormat, fields, locale]) => ({ id, title, citationFormat, fields: wordsOf(fields), ...locale !== "" && { locale } })),
      ...dependents.map(([id, title, place, fields, locale]) => {
        const [parent = "", , citationFormat = ""] = styles[place] ?? [];
        return { id, title, citationFormat, fields: wordsOf(fields), parent, ...locale !== "" && { locale } };
      }),
    ];
    return all.sort((a, b) => a.id < b.id ? -1 : 1);
  }
}

function shortId(id: string): string {
  return id.trim().replace(/^.*\//, "").replace(/\.csl$/i, "").toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
