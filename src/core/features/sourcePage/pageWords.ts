import type { LibraryPart } from "../../library/library";

/** What a page says in the writer's language. */
export interface PageWords {
  /** CSL type → “journal article”. */
  readonly type: (type: string) => string;
  readonly library: (part: LibraryPart) => string;
  /** A document's name, as the writer tells it from others. */
  readonly document: (uri: string) => string;
  readonly gone: string;
  readonly goneLibrary: string;
  readonly toLibrary: string;
  readonly cite: string;
  readonly copyKey: string;
  readonly copyCitation: string;
  readonly goToEntry: string;
  readonly findCitations: string;
  readonly addToBibliography: string;
  readonly reveal: string;
  readonly keepOpen: string;
  readonly hiddenBy: (name: string) => string;
  readonly references: string;
  readonly styleOfDocument: string;
  readonly copyReference: string;
  readonly chooseStyle: string;
  readonly formatting: string;
  readonly citedBy: string;
  readonly citedTimes: (count: number) => string;
  readonly notCited: string;
  readonly moreNotShown: (count: number) => string;
  readonly line: (number: number) => string;
  readonly links: string;
  readonly doi: string;
  readonly address: string;
  readonly file: string;
  readonly problems: string;
  readonly abstract: string;
  readonly fields: string;
  readonly field: string;
  readonly value: string;
  readonly inherited: string;
  readonly entry: string;
  readonly inBibliography: string;
  readonly asWritten: string;
  readonly asCsl: string;
  readonly libraryOf: (name: string) => string;
  readonly sources: (count: number) => string;
  readonly problemsIn: (count: number) => string;
  readonly perYear: string;
  readonly perType: string;
  readonly mostCited: string;
  readonly withoutYear: (count: number) => string;
  readonly chartHint: string;
  readonly asTable: string;
  readonly year: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly timesCited: string;
  readonly bar: (label: string, count: string) => string;
}
