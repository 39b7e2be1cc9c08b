/** Where a DOI stands in a text, with or without a resolver before it (DOI Handbook, 2.2); old ones hold angles, `19:4<377::AID-JCC1>3.0.CO;2-P`. */
const doi = /\b10\.\d{4,9}\/(?:[^\s"<>]|<\d+:[\w:-]*>){1,9999}/;

/** Nobody looks for a DOI further inside a text. */
const longestText = 2000;

/** The DOI in a text, without resolver or label; `undefined` where there is none. */
export function doiIn(text: string | undefined): string | undefined {
  const start = text?.slice(0, longestText) ?? "";
  const encoded = /\b10\.\d{4,9}%2f\S+/i.exec(start)?.[0];
  const found = encoded === undefined ? doi.exec(start)?.[0] : decode(encoded);
  return found?.replace(/[.,;:]+$/, "").replace(/(?<=^[^(]*)\)+$/, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first address of the web in a text. */
export function urlIn(text: string): string | undefined {
  const address = /\b(?:https?|ftp):\/\/(?:[^\s"<>]|<\d+:[\w:-]*>){1,9999}/i.exec(text)?.[0] ?? /^www\.[^\s<>"]+/i.exec(text)?.[0];
  // several stand in one field, parted by semicolons
  return address?.slice(0, longestText).split(/;(?=(?:https?|ftp):)/i)[0]?.replace(/[.,;]+$/, "");
}

const issn = /(?<![\dXx-])\d{4}[-‐–]?\d{3}[\dXx](?![\dXx-])/g;
const isbn = /(?<![\dXx])(?:97[89][-‐– ]?)?\d(?:[-‐– ]?\d){8}[-‐– ]?[\dXx](?![\dXx])/g;

export interface SerialNumbers {
  readonly isbn: readonly string[];
  readonly issn: readonly string[];
}

/** The ISBNs and ISSNs in a text, as written, each once. */
export function serialNumbersIn(text: string): SerialNumbers {
  const books = text.match(isbn) ?? [];
  const rest = books.reduce((left, number) => left.replace(number, " "), text);
  return { isbn: [...new Set(books)], issn: [...new Set(rest.match(issn) ?? [])] };
}

/** The first and the last page as CSL has them: `12-20`. */
export function pagesFrom(first: string | undefined, last: string | undefined): string | undefined {
  const [start, end] = [withHyphens(first ?? ""), withHyphens(last ?? "")];
  if (start === "" || end === "") return start + end || undefined;
  if (start === end || /\d-\w/.test(start)) return start;
  return end.startsWith(`${start}-`) ? end : `${start}-${end}`;
}

/** Ranges with a hyphen, whatever dash they are written with. */
export function withHyphens(pages: string): string {
  return pages.trim().replace(/\s*(?:[‐‑‒–—−]|--+)\s*/g, "-").replace(/(?<=\d)\s+-\s+(?=\w)/g, "-");
}
