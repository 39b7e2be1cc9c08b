/** A name variable of CSL-JSON (csl-data.json, definition `name-variable`). */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly "dropping-particle"?: string;
  readonly "non-dropping-particle"?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly "comma-suffix"?: boolean | string | number;
  readonly "static-ordering"?: boolean | string | number;
  readonly "parse-names"?: boolean | string | number;
}

/** A date variable of CSL-JSON: one date or a range of two, each `[year, month?, day?]`. */
export interface CslDate {
  readonly "date-parts"?: readonly (readonly (number | string)[])[];
  readonly season?: string | number;
  readonly circa?: boolean | string | number;
  readonly literal?: string;
  readonly raw?: string;
}

export type CslNameVariable =
  | "author" | "collection-editor" | "composer" | "container-author" | "director" | "editor" | "editorial-director"
  | "illustrator" | "interviewer" | "original-author" | "recipient" | "reviewed-author" | "translator";

export type CslDateVariable = "accessed" | "available-date" | "event-date" | "issued" | "original-date" | "submitted";

/**
 * One source in CSL-JSON form, the internal form of every source.
 * `id` is the citation key. Variables beyond the named ones pass through untouched.
 */
export type CslItem = { readonly id: string; readonly type: string }
  & Readonly<Partial<Record<CslNameVariable, readonly CslName[]>>>
  & Readonly<Partial<Record<CslDateVariable, CslDate>>>
  & {
    readonly title?: string;
    readonly "title-short"?: string;
    readonly "container-title"?: string;
    readonly "collection-title"?: string;
    readonly "collection-number"?: string | number;
    readonly publisher?: string;
    readonly "publisher-place"?: string;
    readonly volume?: string | number;
    readonly issue?: string | number;
    readonly page?: string | number;
    readonly edition?: string | number;
    readonly number?: string | number;
    readonly genre?: string;
    readonly abstract?: string;
    readonly keyword?: string;
    readonly language?: string;
    readonly note?: string;
    readonly DOI?: string;
    readonly ISBN?: string;
    readonly ISSN?: string;
    readonly URL?: string;
    readonly [variable: string]: unknown;
  };
