import type { CitationKey, KeySlotSyntax } from "../model/citation";
import type { DocumentLanguage } from "../model/document";

// Pandoc User's Guide, "Citation syntax": a letter, digit or _, then alphanumerics and single internal punctuation.
const bareKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*$/u;

/** Whether Pandoc reads the whole key without braces around it. */
export function isBareKey(key: CitationKey): boolean {
  return bareKey.test(key);
}

/** The key as it stands behind `@` in Markdown: in braces where Pandoc would end it early. */
export function markdownKey(key: CitationKey): string {
  return isBareKey(key) ? key : `{${key}}`;
}

/** Keys as they are written into a slot; several where the slot's syntax has room for several. */
export function keysForSlot(syntax: KeySlotSyntax, keys: readonly CitationKey[]): string {
  switch (syntax) {
    case "bare": return keys.map(markdownKey).join("; @");
    case "braced": return keys.join("}; @{");
    case "list": return keys.join(",");
    case "needs-at": return keys.map((key) => `@${markdownKey(key)}`).join("; ");
  }
}

/** A new citation in the document's own syntax; plain keys where it has none. */
export function newCitation(language: DocumentLanguage | undefined, keys: readonly CitationKey[]): string {
  switch (language) {
    case "markdown": return `[${keysForSlot("needs-at", keys)}]`;
    case "latex": return `\\cite{${keysForSlot("list", keys)}}`;
    case undefined: return keys.join(", ");
  }
}
