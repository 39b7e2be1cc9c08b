/**
 * What makes markup in CommonMark, in its GitHub flavour, in Pandoc's and in VS Code's: some characters anywhere, some only at the
 * start (which may become the start of a line), some only before or behind others. A reader of the source sees no more than these.
 */
const markdownSpecial = /[\\`*_{}[\]<$|~^@]|^[#>+=:-]|(?<=^\d{1,9})[.)]|(?<=\bwww)\.|&(?=#?\w+;|$)|:(?=\/\/|$)/gi;
/** C0, DEL, C1 and the bidirectional overrides, which can make a text look like another one; tabs and line feeds are left to those who fold white space. */
export const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from files as Markdown that shows exactly this text on one line: no markup, link, HTML, or theme icon comes of it. */
export function escapeMarkdown(text: string): string {
  return plainLine(text).replace(markdownSpecial, "\\$&");
}

/** Text from files on one line, control characters taken out: for labels, quick picks, terminals. */
export function plainLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(controlCharacters, "").trim();
}

/** Text from files of several lines, control characters taken out: for the clipboard and for pages. */
export function withoutControls(text: string): string {
  return text.replace(controlCharacters, "");
}

/** Text from files for a row of a quick pick or the status bar, where VS Code makes an icon of `$(name)`. */
export function rowLine(text: string): string {
  return plainLine(text).replace(/\$\((?=[\w-]+(?:~\w+)?\))/g, "\\$(");
}

/** Text from files for a message, where VS Code makes a link of `[words](address)`, which may run a command. */
export function messageLine(text: string): string {
  return plainLine(text).replaceAll("](", "] (");
}

/** `text` as the contents of a Markdown code span. A span with backticks inside has longer delimiters (CommonMark 6.1). */
export function markdownCode(text: string): string {
  const line = plainLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** The address where it may be opened from a card (http and https only), otherwise `undefined`. */
export function safeWebUrl(url: string): string | undefined {
  const trimmed = url.trim();
  if (!/^https?:\/\/[^\s<>"'`\\]+$/i.test(trimmed) || trimmed.search(controlCharacters) >= 0) return undefined;
  return percentEncoded(wellFormed(trimmed), /[()[\]]/g);
}

/** The resolver's address of a DOI, however it is written (`10.1/x`, `doi:10.1/x`, `https://doi.org/10.1/x`). */
export function doiUrl(doi: string): string | undefined {
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(doi.trim())?.[1];
  return name === undefined ? undefined : `https://doi.org/${percentEncoded(encodeURI(wellFormed(name)), /[()[\]#?'<>"]/g)}`;
}

function percentEncoded(text: string, chars: RegExp): string {
  return text.replace(chars, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Half a character cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
