import { escapeHtml } from "../../format/markup/html";
import type { Library } from "../../library/library";
import type { CitationKey } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { DocumentReferences, RenderedCitation } from "../formatDocument";
import { withoutControls } from "../../text/escape";
import { linked, markUnknown, referenceId } from "./citationLinks";
import { clustersInText } from "./cutCitations";
import { plainCitation } from "./plainCitation";

/** The parts of a preview that come of citations, as HTML in which all text from files is escaped. */
export interface PreviewPage {
  /** The citation that begins at an offset, with punctuation that it takes; `undefined` where it is to be shown as written. */
  readonly citation: (start: number, punctuation?: string) => string | undefined;
  /** How it stands in the text; `undefined` for most, which stand there as words do. */
  readonly setting: (start: number) => CitationSetting | undefined;
  /** The list of references, without a heading; empty where there is none. */
  readonly references: string;
  /** The notes of styles that have them; empty for others. */
  readonly notes: string;
  /** As the front matter names it. */
  readonly referenceSectionTitle: string | undefined;
}

/** How a citation that is raised stands in the text. */
export interface CitationSetting {
  /** Stands close to the word before it. */
  readonly takesNoSpace: boolean;
  /** Punctuation behind it stands before the number of its note. */
  readonly takesPunctuation: boolean;
}

/** A document's formatted citations, as they were written then. */
export interface FormattedText {
  readonly text: string;
  readonly references: DocumentReferences;
}

/** What is at hand to show; each part may be missing or out of date. */
export interface PageParts {
  readonly formatted?: FormattedText | undefined;
  readonly library?: Pick<Library, "get"> | undefined;
}

/** More places that cite one source are not linked from its reference. */
const mostBackLinks = 9;

/**
 * The page of a document as far as it can be shown now: citations that have been formatted, also where they have moved since; others
 * in plain words; unknown ones as they are written.
 */
export function createPage(text: string, document: ParsedDocument, { formatted, library }: PageParts): PreviewPage {
  const known = queuesByText(formatted);
  const places = new Map<number, ShownCitation>();
  const notes: string[] = [];
  const citedBy = new Map<CitationKey, number[]>();
  const settings = { ...formatted?.references.settings, ...document.settings };
  const hasList = settings.hasNoReferenceList !== true && formatted !== undefined;
  for (const cluster of clustersInText(document)) {
    const number = places.size + 1;
    const citation = known.get(text.slice(cluster.range.start, cluster.range.end))?.shift();
    const shown = citation === undefined ? pendingCitation(library && plainCitation(cluster, library)) : showCitation(citation, number, { notes, hasList });
    if (shown !== undefined) places.set(cluster.range.start, shown);
    if (shown !== undefined && citation !== undefined) citation.keys.forEach((key) => citedBy.set(key, [...citedBy.get(key) ?? [], number]));
  }
  return {
    citation: (start, punctuation = "") => {
      const shown = places.get(start);
      return shown && withoutControls(shown.html) + escapeHtml(punctuation) + shown.end;
    },
    setting: (start) => places.get(start)?.setting,
    references: hasList ? withoutControls(referencesHtml(formatted.references, citedBy)) : "",
    notes: notes.length === 0 ? "" : `<section class="sourcebook-notes"><ol>${withoutControls(notes.join(""))}</ol></section>\n`,
    referenceSectionTitle: hasList && formatted.references.references.length > 0 ? settings.referenceSectionTitle : undefined,
  };
}

/** Formatted citations by what they were written as, in order: the same words mean the same, wherever they have gone. */
function queuesByText(formatted: FormattedText | undefined): ReadonlyMap<string, RenderedCitation[]> {
  const queues = new Map<string, RenderedCitation[]>();
  for (const citation of formatted?.references.citations ?? []) {
    const { syntax, range: { start, end } } = citation.cluster;
    if (syntax === "metadata" || formatted === undefined) continue;
    const written = formatted.text.slice(start, end);
    const queue = queues.get(written);
    if (queue === undefined) queues.set(written, [citation]);
    else queue.push(citation);
  }
  return queues;
}

interface ShownCitation {
  readonly html: string;
  /** Stands behind punctuation that the citation takes. */
  readonly end: string;
  readonly setting?: CitationSetting;
}

function pendingCitation(plain: string | undefined): ShownCitation | undefined {
  return plain === undefined ? undefined : { html: `<span class="sourcebook-citation sourcebook-pending">${escapeHtml(plain)}</span>`, end: "" };
}

/** All of it is superscript, unknown keys in bold letters. */
const isRaised = /^(?:<\/?b>|<sup>(?:(?!<\/sup>)[^])*<\/sup>)+$/;

function showCitation(citation: RenderedCitation, number: number, { notes, hasList }: { readonly notes: string[]; readonly hasList: boolean }): ShownCitation {
  const { text, inText = "", isNote, keys } = citation;
  const printed = hasList ? linked(text, citation) : text;
  if (!isNote) {
    const { html, rest, title } = markUnknown(printed, citation);
    const shown = { html: `<span class="sourcebook-citation${rest}" id="${citationId(number)}"${title}>${html}</span>`, end: "" };
    return isRaised.test(text) ? { ...shown, setting: { takesNoSpace: true, takesPunctuation: false } } : shown;
  }
  const note = notes.length + 1;
  notes.push(`<li id="${noteId(note)}">${markUnknown(printed, citation).html} ${backLink(number, "↩")}</li>`);
  const { html, rest, title } = markUnknown(hasList ? linked(inText, { keys }) : inText, citation);
  const mark = `<sup class="sourcebook-note"><a href="#${noteId(note)}">${note}</a></sup>`;
  return {
    html: `<span class="sourcebook-citation${rest}" id="${citationId(number)}"${title}>${html}`,
    end: `${mark}</span>`,
    setting: { takesNoSpace: inText === "", takesPunctuation: true },
  };
}

function referencesHtml({ references, styleProblem }: DocumentReferences, citedBy: ReadonlyMap<CitationKey, readonly number[]>): string {
  const problem = styleProblem === undefined ? "" : `<p class="sourcebook-warning">${escapeHtml(styleProblem)}</p>\n`;
  const entries = references.map(({ key, text }) =>
    `<div class="csl-entry" role="listitem" id="${escapeHtml(referenceId(key))}">${endedBy(text, backLinks(citedBy.get(key) ?? []))}</div>\n`);
  return entries.length === 0 ? problem : `${problem}<div class="sourcebook-references csl-bib-body" role="list">\n${entries.join("")}</div>\n`;
}

/** Behind the words of an entry, which stand in a block of their own where the style puts its number beside them. */
function endedBy(text: string, end: string): string {
  return text.endsWith("</div>") ? `${text.slice(0, -"</div>".length)}${end}</div>` : text + end;
}

function backLinks(numbers: readonly number[]): string {
  const [only] = numbers;
  if (only === undefined) return "";
  const links = numbers.length === 1 ? [backLink(only, "↩")] : numbers.slice(0, mostBackLinks).map((number, index) => backLink(number, `↩<sup>${index + 1}</sup>`));
  return ` <span class="sourcebook-back">${links.join(" ")}</span>`;
}

function backLink(number: number, html: string): string {
  return `<a href="#${citationId(number)}" title="Back to the citation" aria-label="Back to the citation">${html}</a>`;
}

function citationId(number: number): string {
  return `sourcebook-citation-${number}`;
}

function noteId(number: number): string {
  return `sourcebook-note-${number}`;
}
