import type { Libraries } from "../../library/libraries";
import type { LibraryPart, Source } from "../../library/library";
import { searchIndexOf } from "../../library/searchIndex";
import { latexToUnicode } from "../../text/latexText";
import type { BibliographyEntry } from "../../model/bibliography";
import type { Location } from "../../model/location";
import type { Problem } from "../../model/problem";
import type { TextDocument, Uri, Workspace } from "../../ports";
import { workspacePart } from "../keyOccurrence";
import { citingDocumentsOf, excerptsIn } from "../sourcesTree/citingPlaces";
import { linksOfSource, type SourceLink } from "../sourcesTree/linksOfSource";
import type { Excerpt } from "../sourcesTree/nodes";
import { peopleOf } from "../sourcesTree/people";
import { problemsOfSource } from "../sourcesTree/sourceDetails";
import { knownProblems } from "../sourcesTree/libraryNode";
import { writtenEntry } from "../sourcesTree/writtenEntry";
import type { PageTarget } from "./pageTarget";
import { writtenFields, type PageField } from "./sourceFields";

/** What a page tells, without the slow part. */
export interface SourcePage {
  readonly target: PageTarget;
  /** None where there is no such library any more. */
  readonly library?: LibraryFacts;
  /** None where the page is about a library, or there is no such source any more. */
  readonly source?: SourceFacts;
}

export interface LibraryFacts {
  readonly part: LibraryPart;
  /** Sources in it, duplicates counted once. */
  readonly count: number;
  /** What could not be read; `undefined` where finding out takes long. */
  readonly problemCount: number | undefined;
}

export interface SourceFacts {
  readonly source: Source;
  readonly people: readonly string[];
  readonly fields: readonly PageField[];
  /** The entry as it stands in the file, its beginning where it is long. */
  readonly written: string | undefined;
  readonly abstract: string;
  readonly citing: readonly CitingExcerpts[];
  /** How many places cite it, those included that are not shown. */
  readonly timesCited: number;
  readonly links: readonly SourceLink[];
  readonly problems: readonly Problem[];
  /** A library whose source of the same key counts for the document that is written. */
  readonly hiddenBy: LibraryPart | undefined;
}

/** A document that cites the source. */
export interface CitingExcerpts {
  readonly uri: Uri;
  readonly count: number;
  readonly places: readonly { readonly place: Location; readonly excerpt: Excerpt }[];
}

export interface PageContext {
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly document: TextDocument | undefined;
}

/** Nobody looks through more. */
const most = { documents: 50, places: 50, written: 20_000 };

export async function describeTarget(target: PageTarget, context: PageContext): Promise<SourcePage> {
  const part = await findPart(context.libraries, target.uri, context.document);
  if (part === undefined) return { target };
  const library: LibraryFacts = { part, count: searchIndexOf(part.bibliography).keyCount, problemCount: knownProblems(part)?.length };
  const entry = target.key === undefined ? undefined : searchIndexOf(part.bibliography).get(target.key);
  if (entry === undefined) return { target, library };
  return { target, library, source: await describeSource({ key: entry.key, entry, part }, context) };
}

/** A library by its place: as the document that is written sees it, or by itself. */
export async function findPart(libraries: Libraries, uri: Uri, document: TextDocument | undefined): Promise<LibraryPart | undefined> {
  for (const scoped of [document, undefined]) {
    const part = (await libraries.of(scoped)).library.parts.find((candidate) => candidate.uri === uri);
    if (part !== undefined) return part;
  }
  const loaded = await libraries.bibliography(uri);
  return loaded && workspacePart(loaded);
}

async function describeSource(source: Source, { libraries, workspace, document }: PageContext): Promise<SourceFacts> {
  const { entry, part } = source;
  const [written, citing, { library }] = await Promise.all([writtenEntry(libraries, source), citingDocumentsOf(libraries, source, document?.uri), libraries.of(document)]);
  const winner = library.parts.some(({ uri }) => uri === part.uri) ? library.get(source.key) : undefined;
  return {
    source,
    people: peopleOf(entry),
    fields: writtenFields(entry),
    written: written?.slice(0, most.written),
    abstract: abstractOf(entry),
    citing: await Promise.all(citing.slice(0, most.documents).map(async (shown): Promise<CitingExcerpts> => {
      const places = shown.places.slice(0, most.places);
      const excerpts = await excerptsIn({ uri: shown.uri, places }, workspace);
      return { uri: shown.uri, count: shown.places.length, places: places.flatMap(({ uri, range }, index) => {
        const excerpt = excerpts[index];
        return excerpt === undefined ? [] : [{ place: { uri, range }, excerpt }];
      }) };
    })),
    timesCited: citing.reduce((sum, { places }) => sum + places.length, 0),
    links: linksOfSource(source, workspace.home, written),
    problems: problemsOfSource(source),
    hiddenBy: winner === undefined || winner.entry === entry ? undefined : winner.part,
  };
}

function abstractOf(entry: BibliographyEntry): string {
  if (entry.format === "bibtex") return latexToUnicode(entry.effectiveFields.get("abstract") ?? "");
  const { abstract } = entry.item;
  return typeof abstract === "string" ? abstract.replace(tags, " ").trim() : "";
}

/** Publishers hand out abstracts with the tags of JATS or HTML. */
const tags = /<\/?(?:jats:)?[a-z][\w-]*(?:\s[^<>]*)?>/gi;
