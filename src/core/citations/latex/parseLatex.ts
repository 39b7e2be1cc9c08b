import type { CitationCluster, KeyMention, KeySlot, LocatorSlot } from "../../model/citation";
import type { BibliographyDeclaration, DocumentLink, ParsedDocument } from "../../model/document";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { CitationLimit } from "../citationLimit";
import { readCitation } from "./latexCitations";
import { LatexCommandSet } from "./latexCommandSet";
import type { CitationCommand } from "./latexCommands";
import { definitionEnd } from "./latexDefinitions";
import { namesRemoteBibliography, readBibliographyFiles, readInclude, readMagicRoot, readSubfilesRoot } from "./latexFiles";
import { tokenizeLatex } from "./latexLexer";
import { LatexStyle } from "./latexStyle";
import { tokenKind } from "./latexTokens";
import type { LatexTokens } from "./latexTokens";
import { writtenFiles } from "./latexWrittenFiles";
import { PlainCitations, type KnownCitations, type PlainCitation } from "./plainCitations";
import { BibitemReader } from "./thebibliography";
import { keepShapeOf } from "../../shapes";

export interface LatexOptions {
  /** The writer's own citation commands, with or without backslash. */
  readonly citationCommands: readonly string[];
}

/**
 * The facts of a LaTeX document: citations as LaTeX, natbib, biblatex, apacite, jurabib, harvard, csquotes, REVTeX and amsrefs write
 * them, and as the document itself defines (modes as in Pandoc's LaTeX reader); what declares bibliographies, and what it includes.
 * Linear in its length.
 */
export function parseLatex(text: string, options: LatexOptions): ParsedDocument {
  return new LatexFacts(tokensOf(text, options)).collect();
}

/** Reads one document again and again as it is written. Citations that are written as they were are not read anew; the facts are those of `parseLatex`. */
export class LatexReader {
  #citations: KnownCitations = new Map();

  read(text: string, options: LatexOptions): ParsedDocument {
    const tokens = tokensOf(text, options);
    const plain = new PlainCitations(tokens, this.#citations);
    const document = new LatexFacts(tokens, plain).collect();
    this.#citations = plain.known;
    return document;
  }
}

function tokensOf(text: string, { citationCommands }: LatexOptions): LatexTokens {
  return tokenizeLatex(text, new LatexCommandSet(citationCommands));
}

/** Commands that only biblatex has, and that a document has no use for without sources. */
const biblatexCommand = /\\(?:printbibliography|defbib[a-z]+|DefineBibliographyStrings|ExecuteBibliographyOptions)(?![A-Za-z])/;

interface CitationNote {
  readonly range: TextRange;
  /** 1 for a note in the running text, 2 for one inside that. */
  readonly depth: number;
}

/** Citations deeper inside notes have keys, but no notes of their own. */
const deepestNotes = 3;

class LatexFacts {
  readonly #clusters: CitationCluster[] = [];
  readonly #keySlots: KeySlot[] = [];
  readonly #locatorSlots: LocatorSlot[] = [];
  readonly #mentions: KeyMention[] = [];
  readonly #declarations: BibliographyDeclaration[] = [];
  readonly #links: DocumentLink[] = [];
  readonly #problems: Problem[] = [];
  readonly #bibitems: BibitemReader;
  readonly #style: LatexStyle;
  #referenceList: TextRange | undefined;
  #body: TextRange;
  /** Notes of citations that lie ahead or around, the nearest last. */
  readonly #notes: CitationNote[] = [];
  readonly #limit = new CitationLimit();
  #citesEverything = false;
  #hasUnseenBibliography = false;
  /** The last blank line, and the last unclosed brace before the token at hand (-1: none yet). */
  #paragraphStart = -1;
  #unclosedGroup = -1;
  #unclosedGroupsSeen = 0;

  constructor(readonly tokens: LatexTokens, readonly plain?: PlainCitations) {
    this.#bibitems = new BibitemReader(tokens);
    this.#style = new LatexStyle(tokens);
    this.#body = { start: 0, end: tokens.limit };
  }

  collect(): ParsedDocument {
    for (let token = 0; token < this.tokens.count; token++) {
      const kind = this.tokens.kind(token);
      if (kind === tokenKind.paragraphEnd) this.#paragraphStart = token;
      else if (kind === tokenKind.magicComment) this.#addLink(readMagicRoot(this.tokens, token));
      else if (kind === tokenKind.command) token = this.#readCommand(token);
    }
    this.#bibitems.end(this.tokens.limit);
    // A citation inside the note of another has its keys before those of the outer one.
    this.#keySlots.sort((a, b) => a.range.start - b.range.start);
    this.#locatorSlots.sort((a, b) => a.range.start - b.range.start);
    return {
      language: "latex",
      clusters: this.#clusters,
      keySlots: this.#keySlots,
      locatorSlots: this.#locatorSlots,
      mentions: this.#mentions,
      declarations: this.#declarations,
      links: this.#links,
      inlineSources: this.#bibitems.sources,
      settings: this.#style.settings,
      citesEverything: this.#citesEverything,
      headings: [],
      body: this.#body,
      writtenFiles: writtenFiles(this.tokens),
      ...this.#leavesBiblatexToOthers() && { leavesBiblatexToOthers: true },
      ...this.#hasUnseenBibliography && { hasUnseenBibliography: true },
      ...this.#referenceList !== undefined && { referenceList: this.#referenceList },
      problems: [...this.#problems, ...this.#limit.problems],
    };
  }

  #leavesBiblatexToOthers(): boolean {
    return this.#style.settings.bibliographyPackage === undefined && this.#declarations.length === 0 && biblatexCommand.test(this.tokens.text);
  }

  /** Returns the last token that needs no further look. */
  #readCommand(token: number): number {
    const use = this.tokens.use(token);
    if (use === undefined) return token;
    const { name, command } = use;
    switch (command.kind) {
      case "citation": this.#readCitation(token, name, command); return token;
      case "bibliography":
        if (name === "bibliography" || name === "putbib") this.#addReferenceList(token);
        append(this.#declarations, readBibliographyFiles(this.tokens, token, command));
        this.#hasUnseenBibliography ||= namesRemoteBibliography(this.tokens, token, command);
        return token;
      case "reference-list": this.#addReferenceList(token); return token;
      case "body": this.#readBody(token, name); return token;
      case "bibliography-style": this.#style.readStyle(token); return token;
      case "packages": this.#style.readPackages(token); return token;
      case "include": this.#addLink(readInclude(this.tokens, token, command)); return token;
      case "document-class": this.#addLink(readSubfilesRoot(this.tokens, token)); return token;
      case "bibitem": this.#bibitems.begin(token, command.leading); return token;
      case "amsrefs-entry": this.#bibitems.add(token); return token;
      case "bibliography-end": this.#bibitems.end(this.tokens.start(token)); return token;
      case "definition":
      case "primitive-definition":
      case "names": return definitionEnd(this.tokens, token, command);
    }
  }

  #readCitation(token: number, name: string, command: CitationCommand): void {
    if (!this.#limit.allows(() => ({ start: this.tokens.start(token), end: this.tokens.end(token) }))) return;
    const note = this.#noteAround(this.tokens.start(token));
    const isDoubtful = this.#isInUnclosedGroup(token);
    const plain = note === undefined && !isDoubtful ? this.plain?.read(token, name, command) : undefined;
    if (plain === undefined) this.#readAnyCitation(token, name, command, note, isDoubtful);
    else this.#addCitation(plain);
  }

  #readAnyCitation(token: number, name: string, command: CitationCommand, note: CitationNote | undefined, isDoubtful: boolean): void {
    const citation = readCitation(this.tokens, token, name, command, {
      limit: note?.range.end ?? this.tokens.limit,
      isDoubtful,
      hasNotes: (note?.depth ?? 0) < deepestNotes,
    });
    this.#addCitation(citation);
    append(this.#mentions, citation.mentions);
    append(this.#problems, citation.problems);
    append(this.#notes, citation.notes.toReversed().map((range) => ({ range, depth: (note?.depth ?? 0) + 1 })));
    this.#citesEverything ||= citation.citesEverything;
  }

  #addCitation({ cluster, keySlots, locatorSlots }: PlainCitation): void {
    if (cluster !== undefined) {
      this.#clusters.push(cluster);
      this.#limit.count([cluster]);
    }
    append(this.#keySlots, keySlots);
    append(this.#locatorSlots, locatorSlots);
  }

  /** The note of a citation that `offset` lies in. Notes that lie before it are forgotten. */
  #noteAround(offset: number): CitationNote | undefined {
    while ((this.#notes.at(-1)?.range.end ?? offset + 1) <= offset) this.#notes.pop();
    const note = this.#notes.at(-1);
    return note !== undefined && note.range.start <= offset ? note : undefined;
  }

  #readBody(token: number, name: string): void {
    const isOpen = this.#body.end === this.tokens.limit;
    if (isOpen) this.#body = name === "begin{document}" ? { ...this.#body, start: this.tokens.end(token) } : { ...this.#body, end: this.tokens.start(token) };
  }

  #addReferenceList(token: number): void {
    this.#referenceList ??= { start: this.tokens.start(token), end: this.tokens.end(token) };
  }

  #addLink(link: DocumentLink | undefined): void {
    if (link !== undefined) this.#links.push(link);
  }

  /** In this paragraph a brace before `token` is never closed. */
  #isInUnclosedGroup(token: number): boolean {
    const unclosed = this.tokens.unclosedGroups;
    for (let next = unclosed[this.#unclosedGroupsSeen]; next !== undefined && next < token; next = unclosed[++this.#unclosedGroupsSeen]) {
      this.#unclosedGroup = next;
    }
    return this.#unclosedGroup > this.#paragraphStart;
  }
}

/** As `push(...more)`, for lists of any length. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

keepShapeOf(new LatexFacts(tokensOf("", { citationCommands: [] })));
