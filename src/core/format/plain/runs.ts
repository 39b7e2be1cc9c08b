import { parseCslMarkup, type CslMarkup, type CslNode } from "../../text/cslMarkup";
import { withoutMarks } from "../markup/marks";
import type { Run, TextStyle } from "../markup/reference";

/** A piece of a reference in the making; empty where there is nothing to say. */
export type Runs = readonly Run[];

export function plain(text: string): Runs {
  return text === "" ? [] : [{ text: readable(text), style: {} }];
}

/** Text of an item with its markup, set in a style. Italics within italics are upright. */
export function marked(text: string, style: TextStyle = {}): Runs {
  return parseCslMarkup(text).flatMap((node) => runsOf(node, style));
}

function runsOf(node: CslNode, style: TextStyle): Runs {
  if (typeof node === "string") return node === "" ? [] : [{ text: readable(node), style }];
  const inside = within(node.markup, style);
  return node.children.flatMap((child) => runsOf(child, inside));
}

/** Without what is no text, and with the apostrophes of print. */
function readable(text: string): string {
  return withoutMarks(text).replace(/(?<=\p{L})'/gu, "’");
}

function within(markup: CslMarkup, style: TextStyle): TextStyle {
  switch (markup) {
    case "i": return { ...style, italic: style.italic !== true };
    case "b": return { ...style, bold: style.bold !== true };
    case "sc": return { ...style, smallCaps: true };
    case "sub":
    case "sup": return { ...style, script: markup };
    case "nocase": return style;
  }
}

/** The pieces that say something, parted by `separator`. */
export function join(pieces: readonly Runs[], separator: string): Runs {
  return pieces.filter((piece) => piece.length > 0).flatMap((piece, index) => index === 0 ? piece : [...plain(separator), ...piece]);
}

/** The pieces between brackets, where any says something. */
export function bracketed(pieces: readonly Runs[], [opening, closing]: readonly [string, string] = ["(", ")"]): Runs {
  const inside = join(pieces, ", ");
  return inside.length === 0 ? [] : [...plain(opening), ...inside, ...plain(closing)];
}

/** The piece with a full stop, where it does not end a sentence already. */
export function sentence(piece: Runs): Runs {
  const end = piece.at(-1)?.text.trimEnd() ?? "";
  return end === "" || /[.?!…。！？]["”’»]?$/.test(end) ? piece : [...piece, ...plain(".")];
}
