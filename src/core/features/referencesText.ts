import type { ReferenceFormat } from "../ports";
import { plainLine } from "../text/escape";

/** References, or citations, as one text: a line or a paragraph for each, or a whole document where the format wants one. */
export function referencesText(texts: readonly string[], format: ReferenceFormat): string {
  switch (format) {
    case "text": return texts.map(plainLine).join("\n");
    case "html": return texts.map((text) => text.trim()).join("\n");
    case "markdown":
    case "latex": return texts.map((text) => text.trim()).join("\n\n");
    case "rtf": return rtfDocument(texts);
  }
}

function rtfDocument(paragraphs: readonly string[]): string {
  return ["{\\rtf1\\ansi\\deff0\\uc1{\\fonttbl{\\f0\\froman Times New Roman;}}", ...paragraphs.map((text) => `{\\pard ${text}\\par}`), "}"].join("\n");
}
