import type { BibliographyEntry, BibtexField, SourceSummary } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { TextRange } from "../model/textRange";
import { inheritFields } from "./inheritance";
import { resolveValue, type Macros } from "./macros";
import { summaryOfBibtex } from "./summary";

/** What the entries of one file share. */
export interface BibtexFile {
  readonly text: string;
  readonly macros: Macros;
  /** The first entry of each key. */
  readonly byKey: Map<CitationKey, BibtexEntry>;
}

export class LazyField implements BibtexField {
  #value: string | undefined;

  constructor(
    readonly file: BibtexFile,
    readonly name: string,
    readonly nameStart: number,
    readonly nameEnd: number,
    readonly valueStart: number,
    readonly valueEnd: number,
  ) {}

  get nameRange(): TextRange {
    return { start: this.nameStart, end: this.nameEnd };
  }

  get valueRange(): TextRange {
    return { start: this.valueStart, end: this.valueEnd };
  }

  get value(): string {
    return this.#value ??= resolveValue(this.file.text, this.valueStart, this.valueEnd, this.file.macros);
  }
}

/** An entry by its offsets; values, inheritance and summary are worked out when asked for. */
export class BibtexEntry implements Extract<BibliographyEntry, { format: "bibtex" }> {
  readonly format = "bibtex";
  #effectiveFields: ReadonlyMap<string, string> | undefined;
  #summary: SourceSummary | undefined;

  constructor(
    readonly file: BibtexFile,
    readonly entryType: string,
    readonly key: CitationKey,
    readonly keyRange: TextRange,
    readonly range: TextRange,
    readonly fields: readonly LazyField[],
  ) {}

  get effectiveFields(): ReadonlyMap<string, string> {
    return this.#effectiveFields ??= inheritFields(this);
  }

  get aliases(): readonly CitationKey[] {
    const ids = this.fields.find(({ name }) => name === "ids");
    return ids === undefined ? [] : ids.value.split(",").map((id) => id.trim()).filter((id) => id !== "");
  }

  get summary(): SourceSummary {
    return this.#summary ??= summaryOfBibtex(this.entryType, this.effectiveFields);
  }
}
