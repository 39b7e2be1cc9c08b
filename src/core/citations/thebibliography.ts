import type { InlineSource } from "../model/document";
import type { TextRange } from "../model/textRange";
import { latexToUnicode } from "../text/latexText";
import { LatexArguments } from "./latexArguments";
import { readLatexList } from "./latexList";
import { withoutComments } from "./latexSpace";
import type { LatexTokens } from "./latexTokens";

interface OpenItem {
  readonly start: number;
  readonly key: string;
  readonly keyRange: TextRange;
  readonly textStart: number;
}

/** Longer texts are no references: an unclosed list, with the document behind it. */
const longestReference = 5_000;

/** Collects the sources that `\bibitem[label]{key} text` defines; an item ends where the next begins, or with the list. */
export class BibitemReader {
  readonly sources: InlineSource[] = [];
  #open: OpenItem | undefined;

  constructor(readonly tokens: LatexTokens) {}

  begin(token: number): void {
    this.end(this.tokens.start(token));
    const reader = new LatexArguments(this.tokens, token);
    reader.option();
    const open = reader.openBrace();
    if (open === undefined) return;
    const list = readLatexList(this.tokens.text, open, this.tokens.limit, false);
    const [item, ...others] = list.items;
    if (!list.isClosed || item === undefined || item.text === "" || others.length > 0) return;
    this.#open = { start: this.tokens.start(token), key: item.text, keyRange: item.range, textStart: list.end };
  }

  end(offset: number): void {
    if (this.#open === undefined) return;
    const { start, key, keyRange, textStart } = this.#open;
    const written = this.tokens.text.slice(textStart, Math.max(textStart, Math.min(offset, textStart + longestReference))).trimEnd();
    const title = latexToUnicode(withoutComments(written));
    this.sources.push({ item: { id: key, type: "document", title }, keyRange, range: { start, end: textStart + written.length } });
    this.#open = undefined;
  }
}
