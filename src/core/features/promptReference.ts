import { plainItem } from "../format/plain/plainItem";
import { plainReference, type DatePlace } from "../format/plain/plainReference";
import { renderReference } from "../format/markup/renderReference";
import type { Source } from "../library/library";
import type { CancellationToken, ReferenceFormat, ReferenceStyle, TextDocument } from "../ports";
import type { StyleChoice } from "./referenceStyle";

/** A reference for those who cannot wait. */
export interface PromptReference {
  /** In the style of the document, once the engine has made it. */
  readonly styled: Promise<string>;
  /** What to show until then: complete, but near to the style alone. */
  readonly plain: () => string;
}

export type AskPromptly = (source: Source, format: ReferenceFormat, document?: TextDocument, token?: CancellationToken) => PromptReference;

export interface PromptReferenceOptions {
  readonly reference: (...asked: Parameters<AskPromptly>) => Promise<string>;
  readonly styleOf: (document: TextDocument | undefined) => Promise<StyleChoice>;
}

export function createPromptReference({ reference, styleOf }: PromptReferenceOptions): AskPromptly {
  return (source, format, document, token) => {
    let datePlace: DatePlace = "after-people";
    styleOf(document).then(({ styles: [style] }) => datePlace = datePlaceOf(style), () => undefined);
    return {
      styled: reference(source, format, document, token),
      plain: () => renderReference(plainReference({ ...plainItem(source.entry), id: source.key }, datePlace), format),
    };
  };
}

/** Families of styles that print the year last: those that number sources or cite them in notes, and some others. */
const datesLast = /(?:^|[-/])(?:ieee|vancouver|nature|science|lancet|bmj|plos|ama|american-medical-association|acm|acs|american-chemical-society|modern-language-association|mla|gost|din|numeric|numerical|brackets|superscript|notes?|fullnote|footnotes?)(?:-|$)/;

/** Where a style is likely to print the year; only the engine knows. */
export function datePlaceOf(style: ReferenceStyle | undefined): DatePlace {
  if (style === undefined) return "after-people";
  if ("id" in style.style) return datesLast.test(style.style.id) ? "last" : "after-people";
  const format = /<category[^>]{0,200}\bcitation-format="([a-z-]{1,20})"/.exec(style.style.xml)?.[1] ?? "author-date";
  return format === "author-date" || format === "author" ? "after-people" : "last";
}
