/** The part of markdown-it that tests use; it carries no types of its own. */
declare module "markdown-it" {
  import type { MarkdownIt as Extensible, Token } from "../../src/core/features/preview/markdownIt";

  interface MarkdownIt extends Extensible {
    parse(text: string, env: object): Token[];
    readonly renderer: Extensible["renderer"] & { render(tokens: object[], options: object, env: object): string };
    readonly options: object;
  }

  export default function markdownIt(options: { readonly html: boolean; readonly linkify?: boolean; readonly breaks?: boolean; readonly typographer?: boolean }): MarkdownIt;
}
