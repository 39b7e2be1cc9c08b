import type { CitationCluster, CitationItem, CitationMode, KeyMention, KeySlot, LocatorSlot } from "../../model/citation";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { endOfLabel } from "../endOfLabel";
import { CitationReader } from "./latexCitedLists";
import type { CitationPlace, CitedList, Notes } from "./latexCitedLists";
import type { CitationCommand } from "./latexCommands";
import { skipSpace } from "./latexSpace";
import type { LatexTokens } from "./latexTokens";

export interface LatexCitation {
  /** `undefined` where no key is written yet, and where keys are only mentioned. */
  readonly cluster: CitationCluster | undefined;
  readonly keySlots: readonly KeySlot[];
  readonly locatorSlots: readonly LocatorSlot[];
  /** Of a command that names keys and cites nothing. */
  readonly mentions: readonly KeyMention[];
  /** The notes of the command, which may hold citations themselves. */
  readonly notes: readonly TextRange[];
  readonly citesEverything: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the citation at `token`. */
export function readCitation(tokens: LatexTokens, token: number, name: string, command: CitationCommand, place: CitationPlace): LatexCitation {
  const reader = new CitationReader(tokens, token, place);
  const isStarred = reader.arguments.star();
  const notesAt = reader.arguments.position;
  const around = command.isMulti === true ? reader.readMultiNotes() : undefined;
  const cited = reader.readCitedLists(command);
  const mode = isStarred ? command.starredMode ?? command.mode : command.mode;
  const read = cited.flatMap((each, index) =>
    reader.itemsOf(each, index === 0 ? around?.prenote : undefined, index === cited.length - 1 ? around?.postnote : undefined));
  const items = mode === "mention" ? [] : inMode(mode, read);
  const range = { start: tokens.start(token), end: cited.at(-1)?.end ?? tokens.end(token) };
  const written = cited.flatMap(({ list }) => list.items);
  return {
    cluster: items.length > 0 ? { syntax: "command", range, command: name + (isStarred ? "*" : ""), citationItems: items } : undefined,
    keySlots: written.map((item) => ({ syntax: "list" as const, range: item.range, ...takesNotes(command, mode, cited) && { notesAt } })),
    locatorSlots: labelSlots(tokens.text, command, [around, ...cited.map(({ notes }) => notes), reader.looseNotes]),
    mentions: mode === "mention" ? read.map(({ key, keyRange }) => ({ key, keyRange })) : [],
    notes: [...around?.ranges ?? [], ...cited.flatMap(({ notes }) => notes.ranges)],
    citesEverything: mode === "nocite" && written.some(({ text }) => text === "*"),
    problems: cited.flatMap((each) => each.list.isCut ? [cutShort(each)] : each.list.isClosed ? [] : [unclosed(each)]),
  };
}

/** Whether notes could be put behind the command, where there are none. */
function takesNotes(command: CitationCommand, mode: CitationCommand["mode"], [first]: readonly CitedList[]): boolean {
  return mode !== "mention" && mode !== "nocite" && command.isMulti !== true && command.leading === undefined && first?.notes.ranges.length === 0;
}

function labelSlots(text: string, { mode }: CitationCommand, notes: readonly (Notes | undefined)[]): readonly LocatorSlot[] {
  if (mode === "mention" || mode === "nocite") return [];
  return notes.flatMap((each) => {
    if (each?.postnote === undefined) return [];
    const { end } = each.postnote;
    const start = skipSpace(text, each.postnote.start, end);
    return [{ syntax: "postnote" as const, range: { start, end: Math.min(endOfLabel(text, start, "postnote"), end) } }];
  });
}

/** `*` is a key of `\nocite` alone. Pandoc's reader: the first source of a textual citation stands in the text, the others as usual. */
function inMode(mode: CitationMode, items: readonly Omit<CitationItem, "mode">[]): readonly CitationItem[] {
  return items.filter(({ key }) => key !== "*" || mode === "nocite").map((item, index) => ({ ...item, mode: mode === "author-in-text" && index > 0 ? "normal" : mode }));
}

function unclosed({ list, listRange }: CitedList): Problem {
  const last = list.items.findLast(({ text }) => text !== "")?.text;
  return {
    code: "syntax",
    severity: "error",
    message: last === undefined ? "This list of citation keys is not closed: write keys and `}` here." : `This list of citation keys is not closed: add \`}\` after \`${last}\`.`,
    range: listRange,
  };
}

function cutShort({ list, listRange: { start } }: CitedList): Problem {
  const number = list.items.length.toLocaleString("en");
  return { code: "syntax", severity: "warning", message: `This list has more keys than anybody cites at once: ${number} of them are read.`, range: { start, end: start + 1 } };
}
