import { escapeHtml } from "../../format/markup/html";

/** A piece of HTML that is written by the product itself; everything else is text and is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

export const nothing = new Html("");

/** HTML of a template, whose values are text unless they are HTML themselves. Values may stand in elements and in quoted attributes, nowhere else. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.map((string, index) => string + textOf(parts[index])).join(""));
}

function textOf(part: HtmlPart): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  return typeof part === "object" ? part.map(textOf).join("") : escapeHtml(shown(String(part)));
}

// All control characters but tabs and line ends, and the bidirectional overrides, which can make a text look like another one.
const misleading = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text as it may be shown. */
export function shown(text: string): string {
  return text.replace(misleading, "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
