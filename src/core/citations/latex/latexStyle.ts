import type { DocumentSettings } from "../../model/document";
import { LatexArguments } from "./latexArguments";
import { foldSource } from "./latexSpace";
import { nearBiblatexStyle, nearBibtexStyle } from "./latexStyles";
import type { LatexTokens } from "./latexTokens";

/** BibLaTeX's style where none is named (BibLaTeX manual, 3.1.1). */
const defaultBiblatex = "numeric";

/** Learns how a LaTeX document will print its citations: from the packages it loads and `\bibliographystyle`. */
export class LatexStyle {
  #bibtex: string | undefined;
  #isNumbered = false;
  #fromPackage: string | undefined;
  #package: DocumentSettings["bibliographyPackage"];

  constructor(readonly tokens: LatexTokens) {}

  /** `\usepackage[options]{a,b}` at `token`. */
  readPackages(token: number): void {
    const reader = new LatexArguments(this.tokens, token);
    const options = reader.option();
    const names = reader.group();
    if (names === undefined) return;
    const written = options === undefined ? "" : foldSource(this.tokens.text.slice(options.start, options.end));
    for (const name of foldSource(this.tokens.text.slice(names.start, names.end)).split(",")) this.#readPackage(name.trim(), written);
  }

  /** `\bibliographystyle{name}` at `token`; the last one counts. */
  readStyle(token: number): void {
    const name = new LatexArguments(this.tokens, token).group();
    if (name !== undefined) this.#bibtex = foldSource(this.tokens.text.slice(name.start, name.end));
  }

  get settings(): DocumentSettings {
    const near = this.#fromPackage ?? (this.#bibtex === undefined ? undefined : nearBibtexStyle(this.#bibtex, this.#isNumbered));
    return {
      ...near !== undefined && { nearStyle: near },
      ...this.#package !== undefined && { bibliographyPackage: this.#package },
      ...this.#bibtex !== undefined && { bibtexStyle: this.#bibtex },
    };
  }

  #readPackage(name: string, options: string): void {
    switch (name) {
      case "biblatex":
        this.#package = "biblatex";
        this.#fromPackage = nearBiblatexStyle(optionIn(options, "bibstyle") ?? optionIn(options, "style") ?? optionIn(options, "citestyle") ?? defaultBiblatex, optionIn(options, "sorting") === "none");
        break;
      case "biblatex-chicago":
        this.#package = "biblatex";
        this.#fromPackage = nearBiblatexStyle(/(?:^|,)\s*authordate/.test(options) ? "chicago-authordate" : "chicago-notes", false);
        break;
      case "natbib":
      case "apacite":
        this.#package = name;
        this.#isNumbered ||= /(?:^|,)\s*(?:numbers|super)\s*(?:,|$)/.test(options);
        break;
      case "cite":
      case "citesort":
        this.#isNumbered = true;
        break;
    }
  }
}

/** The value of a `key=value` option, without its braces. */
function optionIn(options: string, key: string): string | undefined {
  const value = new RegExp(`(?:^|,)\\s*${key}\\s*=\\s*(\\{[^{}]*\\}|[^,{}]*)`).exec(options)?.[1];
  return value?.replace(/[{}]/g, "").trim();
}
