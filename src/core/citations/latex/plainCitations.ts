import type { CitationCluster, KeySlot } from "../../model/citation";
import { copyOf } from "../../text/copyOf";
import { movedBy } from "../../text/moved";
import { movedCluster } from "../movedCluster";
import { readCitation, type LatexCitation } from "./latexCitations";
import type { CitationCommand } from "./latexCommands";
import { tokenKind } from "./latexTokens";
import type { LatexTokens } from "./latexTokens";

/** What a citation says that stands by itself. */
export type PlainCitation = Pick<LatexCitation, "cluster" | "keySlots" | "locatorSlots">;

/** A citation that was read: as what, what it said, and where it stood then. */
interface KnownCitation extends PlainCitation {
  readonly command: CitationCommand;
  readonly offset: number;
}

export type KnownCitations = ReadonlyMap<string, KnownCitation>;

/** `\cite*[note][note]{keys}` without gaps, in which nothing is a command, a comment or a group. amsrefs' note may stand behind others. */
const plain = /\\[A-Za-z@]+\*?((?:\[[^[\]{}\\%<>\n\r]{0,500}\]){0,3})\{[^[\]{}\\%*#\n\r]{0,2000}\}(?!\*\{)/y;

/**
 * The citations of a document that say by themselves what they say, whatever stands around them: most of what people write. One that is written as
 * it was need not be read again.
 */
export class PlainCitations {
  /** What is known from now on. */
  readonly known = new Map<string, KnownCitation>();

  constructor(readonly tokens: LatexTokens, readonly before: KnownCitations) {}

  /** The citation at `token`, in no note and no unclosed group; `undefined` where it is none of these. */
  read(token: number, name: string, command: CitationCommand): PlainCitation | undefined {
    const offset = this.tokens.start(token);
    const written = isPlainCommand(command) ? this.#written(token, offset) : undefined;
    if (written === undefined) return undefined;
    const known = this.known.get(written) ?? this.before.get(written);
    const citation = known !== undefined && isSameCommand(known.command, command) ? moved(known, offset) : this.#read(token, name, command);
    this.known.set(written, citation);
    return citation;
  }

  #read(token: number, name: string, command: CitationCommand): KnownCitation {
    const { cluster, keySlots, locatorSlots } = readCitation(this.tokens, token, name, command, { limit: this.tokens.limit, isDoubtful: false, hasNotes: true });
    const citation = { command, offset: this.tokens.start(token), cluster, keySlots, locatorSlots };
    return this.before.size === 0 || cluster === undefined ? citation : { ...citation, cluster: withOwnTexts(cluster) };
  }

  #written(token: number, offset: number): string | undefined {
    const { text } = this.tokens;
    plain.lastIndex = offset;
    const match = plain.exec(text);
    if (match === null || plain.lastIndex > this.tokens.limit) return undefined;
    const [written, notes = ""] = match;
    const list = offset + written.indexOf("{");
    return this.#hasTokens(token, list - notes.length, list) ? written : undefined;
  }

  /** Whether brackets and brace are what they look like: characters that set off verbatim text can make other of them. */
  #hasTokens(token: number, notes: number, list: number): boolean {
    const { tokens } = this;
    let next = token + 1;
    for (let position = notes; position < list;) {
      const end = tokens.text.indexOf("]", position);
      const closer = tokens.closer(next);
      if (tokens.kind(next) !== tokenKind.openBracket || tokens.start(next) !== position || closer < 0 || tokens.start(closer) !== end) return false;
      position = end + 1;
      next = closer + 1;
    }
    return tokens.kind(next) === tokenKind.openBrace && tokens.start(next) === list;
  }
}

function isPlainCommand({ mode, isMulti, leading, trailing }: CitationCommand): boolean {
  return mode !== "mention" && isMulti !== true && leading === undefined && trailing === undefined;
}

function isSameCommand(a: CitationCommand, b: CitationCommand): boolean {
  return a.mode === b.mode && a.starredMode === b.starredMode;
}

function moved(known: KnownCitation, offset: number): KnownCitation {
  const by = offset - known.offset;
  if (by === 0) return known;
  return {
    command: known.command,
    offset,
    cluster: known.cluster && movedCluster(known.cluster, by),
    keySlots: known.keySlots.map((slot) => movedKeySlot(slot, by)),
    locatorSlots: known.locatorSlots.map((slot) => movedBy(slot, by)),
  };
}

function movedKeySlot(slot: KeySlot, by: number): KeySlot {
  return slot.notesAt === undefined ? movedBy(slot, by) : { ...movedBy(slot, by), notesAt: slot.notesAt + by };
}

function withOwnTexts(cluster: CitationCluster): CitationCluster {
  return {
    ...cluster,
    ...cluster.command !== undefined && { command: copyOf(cluster.command) },
    citationItems: cluster.citationItems.map((item) => ({
      ...item, key: copyOf(item.key), prefix: copyOf(item.prefix), suffix: copyOf(item.suffix),
      ...item.markedPrefix !== undefined && { markedPrefix: copyOf(item.markedPrefix) },
      ...item.markedSuffix !== undefined && { markedSuffix: copyOf(item.markedSuffix) },
      ...item.locator !== undefined && { locator: { label: item.locator.label, value: copyOf(item.locator.value) } },
    })),
  };
}
