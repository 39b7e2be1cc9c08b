import { parseMarkdown } from "../src/core/citations/markdown/parseMarkdown";
import { readingOrder } from "../src/core/features/readingOrder";
import { StyleLoader } from "../src/core/format/csl/styles";
import { StyleStore } from "../src/core/format/csl/styleStore";
import type { CslItem } from "../src/core/model/cslItem";
import type { ParsedDocument } from "../src/core/model/document";
import { referenceEngine } from "../test/support/referenceEngine";
import { styleFiles } from "../test/support/styleFiles";
import type { Printed } from "./pandoc";
import { shownText } from "./shownText";

const store = new StyleStore(styleFiles);
const styles = new StyleLoader(store);

/**
 * A style for Pandoc with the locale that it is printed in here: Pandoc carries older ones of its own. What the style says itself comes
 * first, as in every locale.
 */
export async function styleForPandoc(id: string, text: string): Promise<string> {
  const found = (await store.index()).find(id);
  if (found === undefined) throw new Error(`There is no style “${id}”.`);
  const [xml, { language, locale }] = await Promise.all([store.style(found.place), styles.load({ style: { id }, ...localeOf(parseMarkdown(text)) })]);
  const content = /<locale\b[^>]*>([^]*)<\/locale>/.exec(locale(language))?.[1] ?? "";
  return withNames(xml).replace(/<\/style>\s*$/, () => `<locale>${content.replace(/<info>[^]*?<\/info>/, "")}</locale></style>`);
}

/** Names whose form is told further up: Pandoc forgets it where `<names>` has no `<name>`, which the specification lets a style leave out. */
function withNames(xml: string): string {
  return xml.replace(/(<names\b[^>]*[^/]>)((?:(?!<\/?names\b)[^])*)/g, (whole, opening: string, content: string) => /<name\b/.test(content) ? whole : `${opening}<name/>${content}`);
}

export interface PrintedHere extends Printed {
  /** The citations as they are written. */
  readonly written: readonly string[];
}

/** What Sourcebook makes of the same; items that are not cited are listed where the text says `nocite: "@*"`. */
export async function printHere(text: string, items: readonly CslItem[], id: string): Promise<PrintedHere> {
  const document = parseMarkdown(text);
  const read = readingOrder(document, document.clusters).flatMap(({ index, noteNumber, isInNote }) => {
    const cluster = document.clusters[index];
    return cluster === undefined ? [] : [{ cluster, citation: { ...cluster, noteNumber, isInNote } }];
  });
  const formatted = await referenceEngine.formatDocument({ citations: read.map(({ citation }) => citation), items: listed(document, items) }, { style: { id }, ...localeOf(document) }, "html");
  const { citations, references } = formatted;
  const printed = citations.map((citation, index) => ({ ...citation, cluster: read[index]?.cluster })).filter(({ cluster }) => cluster?.citationItems.some(({ mode }) => mode !== "nocite"));
  return {
    citations: printed.map(({ text: html, isNote, inText = "" }) => shownText(isNote ? `${inText}{${html}}` : html)),
    written: printed.map(({ cluster }) => text.slice(cluster?.range.start, cluster?.range.end)),
    references: references.map(({ key, text: html }) => [key, shownText(html)]),
  };
}

function localeOf({ settings: { locale } }: ParsedDocument): { readonly locale?: string } {
  return locale === undefined ? {} : { locale };
}

function listed({ citesEverything, clusters }: ParsedDocument, items: readonly CslItem[]): readonly CslItem[] {
  const cited = new Set(clusters.flatMap(({ citationItems }) => citationItems.map(({ key }) => key)));
  return items.filter(({ id }) => citesEverything || cited.has(id));
}
