import type { Libraries } from "../library/libraries";
import type { DocumentSettings, Heading, ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import type { Location } from "../model/location";
import type { TextDocument } from "../ports";
import { endOfLine, lineEndOf, startOfLine } from "../text/lineEnds";
import { isReferenceTitle, referenceTitle } from "../text/referenceTitles";
import { parentUri, pathBetween } from "../text/uri";
import { declareBibliography } from "./declareBibliography";
import { insertParagraph } from "./insertAt";

/** The edits that give a document its list of references, from back to front, or where it has one already. */
export type BibliographyInsertion = { readonly edits: readonly TextEdit[] } | { readonly place: Location };

/** What `\bibliography` names where no bibliography is in scope. */
const unknownBibliography = "references";

/**
 * A list of references for a document: on the blank line that the cursor is in; in Markdown below a heading that waits for it; otherwise at
 * the document's end. `undefined` where the document's language has none.
 */
export async function insertBibliography(libraries: Libraries, document: TextDocument, offset: number): Promise<BibliographyInsertion | undefined> {
  const [work, settings, { scope }] = await Promise.all([libraries.workOf(document), libraries.settingsOf(document), libraries.of(document)]);
  const parsed = work[0]?.document;
  if (parsed === undefined) return undefined;
  const listed = work.find((file) => file.document.referenceList !== undefined);
  if (listed?.document.referenceList !== undefined) return { place: { uri: listed.uri, range: listed.document.referenceList } };
  const text = document.getText();
  if (parsed.language === "markdown") return { edits: [inMarkdown(text, parsed, offset, settings)] };
  const paths = scope.bibliographies.filter(({ loaded }) => loaded.bibliography.format === "bibtex").flatMap(({ loaded }) => pathBetween(parentUri(document.uri), loaded.uri) ?? []);
  return { edits: inLatex(text, parsed, offset, { settings, paths, isDeclared: scope.isDeclared }) };
}

function inMarkdown(text: string, { headings, frontMatter }: ParsedDocument, offset: number, settings: readonly DocumentSettings[]): TextEdit {
  const lineEnd = lineEndOf(text);
  const div = `::: {#refs}${lineEnd}:::`;
  const last = headings.at(-1);
  if (last !== undefined && isReferenceTitle(last.title) && text.slice(last.range.end).trim() === "") return insertParagraph(text, text.length, div);
  const place = blankLineAt(text, offset);
  const locale = settings.find((candidate) => candidate.locale !== undefined)?.locale;
  const title = settings.find(({ referenceSectionTitle }) => referenceSectionTitle !== undefined)?.referenceSectionTitle ?? referenceTitle(locale);
  const isInBody = place !== undefined && place > (frontMatter?.end ?? -1);
  return insertParagraph(text, isInBody ? place : text.length, `${"#".repeat(sectionLevel(headings))} ${title}${lineEnd}${lineEnd}${div}`);
}

/** The level that the document's sections have: a first heading that is alone on its level is the title. */
function sectionLevel(headings: readonly Heading[]): number {
  const [first, ...rest] = headings.map(({ level }) => level);
  if (first === undefined) return 1;
  const others = Math.min(...rest);
  return rest.length > 0 && first < others ? others : Math.min(first, others);
}

interface LatexContext {
  readonly settings: readonly DocumentSettings[];
  /** Of the bibliographies in scope. */
  readonly paths: readonly string[];
  readonly isDeclared: boolean;
}

function inLatex(text: string, document: ParsedDocument, offset: number, { settings, paths, isDeclared }: LatexContext): readonly TextEdit[] {
  const lineEnd = lineEndOf(text);
  const name = settings.find(({ bibliographyPackage }) => bibliographyPackage !== undefined)?.bibliographyPackage;
  // Without a package, what declares a bibliography and prints none is BibLaTeX's.
  const usesBiblatex = name === "biblatex" || (name === undefined && isDeclared);
  const { start = 0, end = text.length } = document.body ?? {};
  const blank = blankLineAt(text, offset);
  const place = blank !== undefined && blank >= start && blank < end ? blank : end;
  if (!usesBiblatex) {
    const style = settings.some(({ bibtexStyle }) => bibtexStyle !== undefined) ? "" : `\\bibliographystyle{${styleFor(name)}}${lineEnd}`;
    const names = paths.length === 0 ? unknownBibliography : paths.map((path) => path.replace(/\.bib$/i, "")).join(",");
    return [insertParagraph(text, place, `${style}\\bibliography{${names}}`)];
  }
  const list = insertParagraph(text, place, "\\printbibliography");
  const declaration = isDeclared || document.settings.bibliographyPackage === undefined ? undefined : declareBibliography(text, document, paths[0] ?? `${unknownBibliography}.bib`);
  return declaration === undefined ? [list] : [list, declaration];
}

function styleFor(name: "apacite" | "natbib" | "biblatex" | undefined): string {
  return name === "natbib" ? "plainnat" : name === "apacite" ? "apacite" : "plain";
}

/** The start of the line that an offset is in, where nothing but white space stands in it. */
function blankLineAt(text: string, offset: number): number | undefined {
  const start = startOfLine(text, offset);
  return offset > 0 && /^[ \t]*$/.test(text.slice(start, endOfLine(text, offset))) ? start : undefined;
}
