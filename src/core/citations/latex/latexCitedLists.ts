import type { CitationItem } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import { LatexArguments } from "./latexArguments";
import type { CitationCommand } from "./latexCommands";
import { readLatexList } from "./latexList";
import type { LatexList, LatexListItem } from "./latexList";
import type { LatexTokens } from "./latexTokens";
import { affixesOf, joinedTexts, noText, noteText } from "./noteText";
import type { NoteText } from "./noteText";
import { readPostnote } from "./postnote";
import type { Postnote } from "./postnote";

export interface CitationPlace {
  /** The end of the note that the citation stands in, or of the document. */
  readonly limit: number;
  /** A brace around the citation is unclosed, so that a `}` may belong to that one. */
  readonly isDoubtful: boolean;
  /** False in notes of notes of notes: kept there, text would count once for each level. */
  readonly hasNotes: boolean;
}

/** The notes of a command by their places; their text is taken where there are keys. */
export interface Notes {
  readonly ranges: readonly TextRange[];
  readonly prenote: TextRange | undefined;
  readonly postnote: TextRange | undefined;
  readonly volume?: TextRange;
}

/** One `[pre][post]{keys}` of a command; a multicite has several. */
export interface CitedList {
  readonly notes: Notes;
  readonly list: LatexList;
  readonly listRange: TextRange;
  /** Behind the last of its arguments. */
  readonly end: number;
}

// A beamer overlay (`\cite<2->{key}`) stands where apacite has its prenote.
const longestOverlay = 100;
const overlay = /^[\d\s+\-,|.:()@]*$/;

/** What a longer note says is not read to its end, only what it cites is. */
const longestNote = 10_000;

/** Of one multicite as many lists are read. */
const mostLists = 100_000;

/** What a group holds is looked at no further. */
const longestList = 2_000;

/** Reads the arguments of one citation command. */
export class CitationReader {
  readonly arguments: LatexArguments;
  /** Notes that no keys follow yet. */
  looseNotes: Notes | undefined;

  constructor(readonly tokens: LatexTokens, token: number, readonly place: CitationPlace) {
    this.arguments = new LatexArguments(tokens, token, place.limit);
  }

  /** BibLaTeX (3.8.3): `(pre)(post)`; one alone is the postnote. */
  readMultiNotes(): Notes {
    return notesOf([this.arguments.parenthesis(), this.arguments.parenthesis()].filter((note) => note !== undefined));
  }

  readCitedLists(command: CitationCommand): readonly CitedList[] {
    const cited: CitedList[] = [];
    let next = this.#readCitedList(command);
    while (next !== undefined) {
      const isLast = cited.length === mostLists - 1 && command.isMulti === true;
      cited.push(isLast ? { ...next, list: { ...next.list, isCut: true } } : next);
      next = command.isMulti === true && next.list.isClosed && !isLast ? this.#readCitedList(command) : undefined;
    }
    return cited;
  }

  #readCitedList(command: CitationCommand): CitedList | undefined {
    const notes = this.#readAllNotes(command);
    const open = notes && this.arguments.openBrace();
    if (open === undefined) this.looseNotes = notes;
    if (notes === undefined || open === undefined) return undefined;
    const list = readLatexList(this.tokens.text, open, this.place.limit, this.place.isDoubtful);
    if (!list.isClosed && this.#isOtherText(open)) return undefined;
    this.arguments.moveTo(list.end);
    const allNotes = list.isClosed ? this.#readTrailing(notes, command) : notes;
    return { notes: allNotes, list, listRange: { start: open, end: list.end }, end: this.arguments.position };
  }

  /** A closed group that holds more than keys: amsrefs' `\citelist{\cite{a} \cite{b}}`, or `\cite{"\meta{key}"}` in a manual. */
  #isOtherText(open: number): boolean {
    if (this.place.isDoubtful) return false;
    const end = this.arguments.endOfGroup();
    return end !== undefined && /[\\{]/.test(this.tokens.text.slice(open + 1, Math.min(end, open + longestList)));
  }

  /** harvard's `{affix}` behind the keys, and amsrefs' `*{postnote}`. */
  #readTrailing(notes: Notes, { trailing }: CitationCommand): Notes {
    if (trailing === "prenote") {
      const affix = this.arguments.group();
      return affix === undefined ? notes : { ...notes, ranges: [...notes.ranges, affix], prenote: affix };
    }
    if (!this.tokens.text.startsWith("*{", this.arguments.position)) return notes;
    this.arguments.star();
    const note = this.arguments.group();
    return note === undefined ? notes : { ...notes, ranges: [...notes.ranges, note], postnote: note };
  }

  /** Notes may stand before and behind each of the leading arguments; the last ones count. */
  #readAllNotes({ leading = [] }: CitationCommand): Notes | undefined {
    let notes = this.#readNotes();
    for (const kind of leading) {
      const argument = this.arguments.group();
      if (argument === undefined) return undefined;
      const later = this.#readNotes();
      const ranges = [...notes.ranges, argument, ...later.ranges];
      notes = kind === "volume"
        ? { ranges, prenote: notes.prenote ?? notes.postnote, postnote: later.postnote, volume: argument }
        : { ...(later.ranges.length > 0 ? later : notes), ranges };
    }
    return notes;
  }

  /** apacite's `<pre>`, then any number of options. */
  #readNotes(): Notes {
    const angle = this.arguments.angle();
    const options: TextRange[] = [];
    for (let option = this.arguments.option(); option !== undefined; option = this.arguments.option()) options.push(option);
    const notes = notesOf(options);
    return angle === undefined || this.#isOverlay(angle) ? notes : { ...notes, ranges: [angle, ...options], prenote: angle };
  }

  #isOverlay({ start, end }: TextRange): boolean {
    return end - start < longestOverlay && overlay.test(this.tokens.text.slice(start, end));
  }

  /** The notes around a multicite go to its first and last source. */
  itemsOf({ notes, list }: CitedList, prenote: TextRange | undefined, postnote: TextRange | undefined): readonly Omit<CitationItem, "mode">[] {
    const written = list.items.filter(({ text }) => text !== "");
    if (written.length === 0) return [];
    const prefix = this.#joined([prenote, notes.prenote], " ");
    const { locator, suffix } = this.#postnoteOf(notes, postnote);
    return written.map((item, index) => {
      const isLast = index === written.length - 1;
      const own = this.#ownNotes(item);
      const itsLocator = isLast && locator !== undefined ? locator : own.locator;
      return {
        key: item.text,
        keyRange: item.range,
        ...affixesOf(joinedTexts([index === 0 ? prefix : noText, own.prefix], " "), joinedTexts([own.suffix, isLast ? suffix : noText], ", ")),
        ...itsLocator !== undefined && { locator: itsLocator },
      };
    });
  }

  /** REVTeX's notes of one key in a list, `*[see][p. 3]key`; one alone is the prenote. */
  #ownNotes({ notes: [prenote, postnote] }: LatexListItem): Postnote & { readonly prefix: NoteText } {
    return { prefix: this.#text(prenote), ...readPostnote(this.#text(postnote)) };
  }

  /** The volume of `\volcite` is the locator and its pages the suffix, as biblatex prints them one after the other. */
  #postnoteOf(notes: Notes, around: TextRange | undefined): Postnote {
    const postnote = this.#joined([notes.postnote, around], ", ");
    const volume = this.#text(notes.volume).plain;
    return volume === "" ? readPostnote(postnote) : { locator: { label: "volume", value: volume }, suffix: postnote };
  }

  #joined(ranges: readonly (TextRange | undefined)[], separator: string): NoteText {
    return joinedTexts(ranges.map((range) => this.#text(range)), separator);
  }

  #text(range: TextRange | undefined): NoteText {
    return range !== undefined && this.place.hasNotes ? noteText(this.tokens.text.slice(range.start, Math.min(range.end, range.start + longestNote))) : noText;
  }
}

/** The last note is the postnote, the one before it the prenote (biblatex-chicago's `\gentextcite` has a third in front). */
function notesOf(ranges: readonly TextRange[]): Notes {
  return { ranges, prenote: ranges.at(-2), postnote: ranges.at(-1) };
}
