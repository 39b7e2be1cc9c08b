import { cslTags, parseCslMarkup, type CslMarkup, type CslNode } from "../../text/cslMarkup";

const special = /[\\{}$&#%_^~<>`\u00a0]|'(?=')|-(?=-)/g;

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}",
  ">": "\\textgreater{}", "`": "\\textasciigrave{}", "\u00a0": "~", "'": "'{}", "-": "-{}",
};

/** Plain text as a BibTeX value. BibTeX counts braces whatever stands before them, so that none is written but in pairs. */
export function escapeBibtex(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef]/g, "").replace(special, (found) => escapes[found] ?? `\\${found}`);
}

const commands: Readonly<Record<Exclude<CslMarkup, "nocase">, string>> = { i: "emph", b: "textbf", sc: "textsc", sub: "textsubscript", sup: "textsuperscript" };

/** Text of an item as a BibTeX value, CSL's markup as commands. */
export function cslToLatex(text: string): string {
  return parseCslMarkup(text).map(nodeToLatex).join("");
}

function nodeToLatex(node: CslNode): string {
  if (typeof node === "string") return escapeBibtex(node);
  const inside = node.children.map(nodeToLatex).join("");
  if (node.markup !== "nocase") return `\\${commands[node.markup]}{${inside}}`;
  // BibTeX takes a group that begins with a command for an accented letter
  return inside.startsWith("\\") ? `{{${inside}}}` : `{${inside}}`;
}

/**
 * The same for the title of a classic BibTeX entry. BibTeX's styles write titles in small letters but for what is in braces, while an
 * item's title is written as it is to be printed: it is put in braces as a whole, unless its own markup says what keeps its case.
 */
export function cslTitleToLatex(text: string): string {
  const latex = cslToLatex(text);
  return /\p{Lu}/u.test(text.slice(1)) && !text.includes(cslTags.nocase[0]) ? `{${latex}}` : latex;
}

/** A value that LaTeX takes verbatim (addresses, identifiers): what would break the entry is percent-encoded. */
export function verbatimValue(text: string): string {
  return text.replace(/[\\{}\s\u0000-\u001f\ufdd0-\ufdef]/g, (char) => encodeURIComponent(char));
}
