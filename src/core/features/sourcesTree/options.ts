/** `library`: each library with its sources; `none`: all sources in one list; else groups within each library. */
export const groupings = ["library", "none", "author", "year", "type", "container", "keyword", "language"] as const;
export type Grouping = (typeof groupings)[number];

/** Each in the direction one looks for: names and titles from A to Z, years and dates from the newest, the most cited first. */
export const sortings = ["author", "year", "title", "key", "timesCited", "dateAdded"] as const;
export type Sorting = (typeof sortings)[number];

/** Which sources are shown: those that meet every condition. */
export interface SourcesFilter {
  /** Words, searched for as in completion; empty for all. */
  readonly query: string;
  /** By the document that is written. */
  readonly citation: "any" | "cited" | "uncited";
  readonly hasProblems: boolean;
  readonly lacksDoi: boolean;
  /** CSL types; empty for all. */
  readonly types: readonly string[];
  /** The first and the last year; empty for all. */
  readonly years: readonly [] | readonly [first: number, last: number];
}

/** How the writer wants the Sources view. */
export interface SourcesOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: SourcesFilter;
  /** Libraries and sources that are left out, by `exclusionOf`. */
  readonly excluded: readonly string[];
}

export const noFilter: SourcesFilter = { query: "", citation: "any", hasProblems: false, lacksDoi: false, types: [], years: [] };

export const defaultSourcesOptions: SourcesOptions = { grouping: "library", sorting: "author", filter: noFilter, excluded: [] };

/** The name by which a library, or a source in it, is left out. */
export function exclusionOf(uri: string, key?: string): string {
  return key === undefined ? uri : `${uri}#${key}`;
}

export function isFiltered({ query, citation, hasProblems, lacksDoi, types, years }: SourcesFilter): boolean {
  return query.trim() !== "" || citation !== "any" || hasProblems || lacksDoi || types.length > 0 || years.length > 0;
}

/** Options as a host remembered them; what is not as it should be counts as not set. */
export function checkSourcesOptions(remembered: unknown): SourcesOptions {
  const { grouping, sorting, filter, excluded } = recordOf(remembered);
  const { query, citation, hasProblems, lacksDoi, types, years } = recordOf(filter);
  return {
    grouping: groupings.find((name) => name === grouping) ?? defaultSourcesOptions.grouping,
    sorting: sortings.find((name) => name === sorting) ?? defaultSourcesOptions.sorting,
    filter: {
      query: typeof query === "string" ? query : "",
      citation: citation === "cited" || citation === "uncited" ? citation : "any",
      hasProblems: hasProblems === true,
      lacksDoi: lacksDoi === true,
      types: stringsIn(types),
      years: yearsIn(years),
    },
    excluded: stringsIn(excluded),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value as Readonly<Record<string, unknown>> : {};
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function yearsIn(value: unknown): SourcesFilter["years"] {
  const [first, last] = Array.isArray(value) ? value as readonly unknown[] : [];
  return typeof first === "number" && typeof last === "number" ? [first, last] : [];
}
