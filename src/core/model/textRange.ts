/** UTF-16 offsets into a text; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
