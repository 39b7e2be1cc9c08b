import markdownIt from "markdown-it";
import { parseMarkdown } from "../../src/core/citations/markdown/parseMarkdown";
import type { MarkdownIt, Token } from "../../src/core/features/preview/markdownIt";
import { citationPlugin } from "../../src/core/features/preview/plugin";
import type { PreviewPage } from "../../src/core/features/preview/page";

export interface RenderOptions {
  readonly page?: PreviewPage | undefined;
  /** `null` where the text belongs to no document. */
  readonly uri?: string | null;
  readonly breaks?: boolean;
  readonly typographer?: boolean;
}

/** The whole of markdown-it's face that tests need. */
type RunningMarkdownIt = MarkdownIt & {
  parse(text: string, env: object): Token[];
  readonly options: object;
  readonly renderer: { render(tokens: readonly Token[], options: object, env: object): string };
};

function create(options: Pick<RenderOptions, "breaks" | "typographer"> = {}): RunningMarkdownIt {
  return markdownIt({ html: true, linkify: true, ...options }) as RunningMarkdownIt;
}

interface Environment {
  readonly currentDocument: string | null;
}

/** Renders as VS Code's preview does: it parses without knowing the document, and tells when it renders which one it is. */
export function renderPreview(text: string, { page, uri = "file:///paper/a.md", ...options }: RenderOptions): string {
  const md = create(options);
  citationPlugin(md, { parse: parseMarkdown, uriOf: (env) => (env as Environment).currentDocument ?? undefined, page: () => page });
  return md.renderer.render(md.parse(text, {}), md.options, { currentDocument: uri } satisfies Environment);
}

/** What VS Code's preview would show without Sourcebook. */
export function renderPlain(text: string): string {
  const md = create();
  return md.renderer.render(md.parse(text, {}), md.options, {});
}

/** A page whose citations are `‹start›`, so that it is seen where they went. */
export function markingPage(options: Partial<PreviewPage> = {}): PreviewPage {
  return { citation: (start, punctuation = "") => `‹${start}${punctuation}›`, setting: () => undefined, references: "", notes: "", referenceSectionTitle: undefined, ...options };
}
