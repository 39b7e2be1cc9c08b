import markdownIt from "markdown-it";
import { parseMarkdown } from "../../src/core/citations/parseMarkdown";
import { citationPlugin } from "../../src/core/features/preview/plugin";
import type { PreviewPage } from "../../src/core/features/preview/page";

export interface RenderOptions {
  readonly page?: PreviewPage | undefined;
  /** `null` where the text belongs to no document. */
  readonly uri?: string | null;
  readonly breaks?: boolean;
  readonly typographer?: boolean;
}

/** Renders as VS Code's preview does: it parses without knowing the document, and tells when it renders which one it is. */
export function renderPreview(text: string, { page, uri = "file:///paper/a.md", ...options }: RenderOptions): string {
  const md = markdownIt({ html: true, linkify: true, ...options });
  citationPlugin(md, { parse: parseMarkdown, page: () => page });
  return md.renderer.render(md.parse(text, { currentDocument: undefined }), md.options, { currentDocument: uri });
}

/** What VS Code's preview would show without Sourcebook. */
export function renderPlain(text: string): string {
  const md = markdownIt({ html: true, linkify: true });
  return md.renderer.render(md.parse(text, {}), md.options, {});
}

/** A page whose citations are `‹start›`, so that it is seen where they went. */
export function markingPage(options: Partial<PreviewPage> = {}): PreviewPage {
  return { citation: (start) => `‹${start}›`, references: "", notes: "", referenceSectionTitle: undefined, ...options };
}
