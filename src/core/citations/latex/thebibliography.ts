import type { InlineSource } from "../../model/document";
import type { TextRange } from "../../model/textRange";
import { latexToUnicode } from "../../text/latexText";
import { LatexArguments } from "./latexArguments";
import { readLatexList } from "./latexList";
import type { LatexListItem } from "./latexList";
import { groupText, withoutComments } from "./latexSpace";
import type { LatexTokens } from "./latexTokens";

interface OpenItem {
  readonly start: number;
  readonly key: string;
  readonly keyRange: TextRange;
  readonly textStart: number;
}

/** Longer texts are no references: an unclosed list, with the document behind it. */
const longestReference = 5_000;

/** amsrefs' field up to its text. */
const titleField = /(?:^|[\s,])title\s*=\s*\{/;

/** Collects the sources that `\bibitem[label]{key} text` and their kin define; an item ends where the next begins, or with the list. */
export class BibitemReader {
  readonly sources: InlineSource[] = [];
  #open: OpenItem | undefined;

  constructor(readonly tokens: LatexTokens) {}

  /** `\bibitem` at `token`, with `leading` arguments before its key. */
  begin(token: number, leading: number): void {
    this.end(this.tokens.start(token));
    const reader = new LatexArguments(this.tokens, token);
    reader.option();
    for (let group = 0; group < leading; group++) reader.group();
    const item = this.#readKey(reader);
    if (item !== undefined) this.#open = { start: this.tokens.start(token), key: item.text, keyRange: item.range, textStart: reader.position };
  }

  /** amsrefs' `\bib{key}{type}{author={…}, title={…}}` at `token`. */
  add(token: number): void {
    this.end(this.tokens.start(token));
    const reader = new LatexArguments(this.tokens, token);
    reader.star();
    const item = this.#readKey(reader);
    const fields = reader.group() && reader.group();
    if (item === undefined || fields === undefined) return;
    const title = this.#titleIn(fields);
    this.sources.push({
      key: item.text,
      item: { id: item.text, type: "document", ...title !== undefined && { title } },
      keyRange: item.range,
      range: { start: this.tokens.start(token), end: reader.position },
    });
  }

  #readKey(reader: LatexArguments): LatexListItem | undefined {
    const open = reader.openBrace();
    if (open === undefined) return undefined;
    const list = readLatexList(this.tokens.text, open, this.tokens.limit, false);
    const [item, ...others] = list.items;
    if (!list.isClosed || item === undefined || item.text === "" || others.length > 0) return undefined;
    reader.moveTo(list.end);
    return item;
  }

  #titleIn(fields: TextRange): string | undefined {
    const written = this.tokens.text.slice(fields.start, Math.min(fields.end, fields.start + longestReference));
    const field = titleField.exec(written);
    return field === null ? undefined : latexToUnicode(withoutComments(groupText(written, field.index + field[0].length)));
  }

  end(offset: number): void {
    if (this.#open === undefined) return;
    const { start, key, keyRange, textStart } = this.#open;
    const written = this.tokens.text.slice(textStart, Math.max(textStart, Math.min(offset, textStart + longestReference))).trimEnd();
    const title = latexToUnicode(withoutComments(written));
    this.sources.push({ key, item: { id: key, type: "document", title }, keyRange, range: { start, end: textStart + written.length } });
    this.#open = undefined;
  }
}
