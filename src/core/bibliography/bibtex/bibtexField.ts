import type { BibtexField } from "../../model/bibliography";
import type { TextRange } from "../../model/textRange";
import { resolveValue, type Macros } from "./macros";

/** What the blocks of one file are read with. */
export interface BibtexSource {
  readonly text: string;
  readonly macros: Macros;
}

/** One field by its offsets; its value is worked out when asked for. */
export class BibtexFieldAt implements BibtexField {
  #value: string | undefined;

  constructor(
    readonly source: BibtexSource,
    readonly nameStart: number,
    readonly nameEnd: number,
    readonly valueStart: number,
    readonly valueEnd: number,
    readonly name = source.text.slice(nameStart, nameEnd).toLowerCase(),
  ) {}

  get nameRange(): TextRange {
    return { start: this.nameStart, end: this.nameEnd };
  }

  get valueRange(): TextRange {
    return { start: this.valueStart, end: this.valueEnd };
  }

  get value(): string {
    return this.#value ??= resolveValue(this.source.text, this.valueStart, this.valueEnd, this.source.macros);
  }
}

/** The field of that name. Of two the last counts, as for Biber and Pandoc (BibTeX itself takes the first). */
export function fieldNamed(fields: readonly BibtexFieldAt[], name: string): BibtexFieldAt | undefined {
  return fields.findLast((field) => field.name === name);
}

/** The fields of which none counts but the last of its name. */
export function lastOfEachName(fields: readonly BibtexFieldAt[]): readonly BibtexFieldAt[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
