import type { CitationCluster } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";

/** A citation, or what of one stands on a further line. */
export interface CutPiece {
  /** Where the citation begins in the document. */
  readonly start: number;
  /** As written. */
  readonly written: string;
  /** On a further line: the citation is shown where it begins. */
  readonly isRest: boolean;
}

/** A document with marks in the place of its citations, so that a reader of Markdown finds nothing in them, and nothing across them. */
export interface CutText {
  readonly text: string;
  /** What is read from the cut text as parts of the document: text as it was written, and citations. */
  readonly split: (text: string) => readonly (string | CutPiece)[];
  readonly restore: (text: string) => string;
}

/**
 * Characters that hardly anybody writes. To Markdown a mark looks like what it stands for: it begins as punctuation and ends as
 * punctuation or as a letter, so that emphasis around it begins and ends where it did.
 */
const alphabets: readonly MarkAlphabet[] = [0, 1, 2].map((set) => ({
  opening: String.fromCharCode(0x2e30 + 2 * set),
  punctuation: String.fromCharCode(0x2e31 + 2 * set),
  letter: String.fromCharCode(0xa840 + set),
}));

interface MarkAlphabet {
  readonly opening: string;
  readonly punctuation: string;
  readonly letter: string;
}

/** `undefined` where nothing is to be cut, or a mark would be taken for the writer's own letters. */
export function cutCitations(text: string, document: ParsedDocument): CutText | undefined {
  const clusters = clustersInText(document);
  const alphabet = alphabets.find((marks) => Object.values(marks).every((mark: string) => !text.includes(mark)));
  if (clusters.length === 0 || alphabet === undefined) return undefined;
  const pieces: CutPiece[] = [];
  const parts: string[] = [];
  let position = 0;
  for (const { range: { start, end } } of clusters) {
    parts.push(text.slice(position, start));
    position = end;
    for (const [index, line] of text.slice(start, end).split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
      const [, structure = "", written = "", lineEnd = ""] = /^((?:[ \t]*>){0,999}[ \t]*)(.*?)([\r\n]*)$/s.exec(line) ?? [];
      const isCut = index === 0 || written !== "";
      parts.push(index === 0 ? "" : structure, isCut ? markOf(pieces.length, index === 0 ? structure + written : written, alphabet) : "", lineEnd);
      if (isCut) pieces.push({ start, written: index === 0 ? structure + written : written, isRest: index > 0 });
    }
  }
  parts.push(text.slice(position));
  return { text: parts.join(""), ...readerOf(pieces, alphabet) };
}

function markOf(index: number, written: string, { opening, punctuation, letter }: MarkAlphabet): string {
  return `${opening}${index}${/[\p{L}\p{N}]$/u.test(written) ? letter : punctuation}`;
}

function readerOf(pieces: readonly CutPiece[], { opening, punctuation, letter }: MarkAlphabet): Pick<CutText, "split" | "restore"> {
  const mark = new RegExp(`${opening}(\\d+)[${punctuation}${letter}]`);
  const split: CutText["split"] = (text) => {
    if (!text.includes(opening)) return [text];
    return text.split(mark).flatMap((part, index): readonly (string | CutPiece)[] => {
      const piece = index % 2 === 1 ? pieces[Number(part)] : part;
      return piece === undefined || piece === "" ? [] : [piece];
    });
  };
  return { split, restore: (text) => text.includes(opening) ? split(text).map((part) => typeof part === "string" ? part : part.written).join("") : text };
}

/** Citations that are shown in the text; those of the metadata are shown as the metadata is, those inside others within them. */
export function clustersInText({ clusters, frontMatter }: ParsedDocument): readonly CitationCluster[] {
  const found: CitationCluster[] = [];
  let position = frontMatter?.end ?? 0;
  for (const cluster of clusters) {
    if (cluster.syntax === "metadata" || cluster.range.start < position) continue;
    found.push(cluster);
    position = cluster.range.end;
  }
  return found;
}
