import { escapeHtml } from "../../format/markup/html";
import type { ParsedDocument } from "../../model/document";
import type { Uri } from "../../ports";
import { citationToken, type PlacedPiece } from "./citationTokens";
import { closeRules, takenPunctuation } from "./closeCitations";
import { cutCitations, type CutPiece, type CutText } from "./cutCitations";
import type { MarkdownIt, RenderRule, StateCore, Token } from "./markdownIt";
import type { PreviewPage } from "./page";
import { closeToken, openToken, readReferencesDiv } from "./referencesDiv";

export interface PluginOptions {
  /** The facts of a Markdown text. */
  readonly parse: (text: string) => ParsedDocument | undefined;
  /** The document that is rendered, by the environment of a rendering; a text without one is somebody else's. */
  readonly uriOf: (env: object) => Uri | undefined;
  /** What a document shows of its citations now; `undefined` where it cites nothing. */
  readonly page: (uri: Uri) => PreviewPage | undefined;
}

const endToken = "sourcebook_end";
const referencesTag = /^<div\b[^<>]*\bid\s*=\s*["']?refs["']?(?=[\s/>])[^<>]*>\s*<\/div>\s*$/i;

/**
 * Shows citations and the list of references in a preview that markdown-it makes. Where citations stand is known from the core's own
 * reading of the text, so that code, links and mathematics stay untouched; what they look like is asked for when a page is rendered.
 */
export function citationPlugin(md: MarkdownIt, options: PluginOptions): void {
  const cuts = new WeakMap<StateCore, CutText | undefined>();
  md.core.ruler.before("normalize", "sourcebook_cut", (state) => {
    const parsed = state.inlineMode || !mayCite(state.src) ? undefined : options.parse(state.src);
    const cut = parsed && cutCitations(state.src, parsed);
    if (cut !== undefined) state.src = cut.text;
    if (parsed !== undefined && (parsed.clusters.length > 0 || parsed.citesEverything)) cuts.set(state, cut);
  });
  md.block.ruler.before("fence", "sourcebook_references", readReferencesDiv, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.core.ruler.push("sourcebook_citations", (state) => {
    if (state.inlineMode) return;
    state.tokens = state.tokens.flatMap((token) => referencesIn(token, state));
    const cut = cuts.get(state);
    if (cut !== undefined) placeCitations(state, cut);
    if (cuts.has(state)) state.tokens.push(new state.Token(endToken, "", 0));
  });
  Object.assign(md.renderer.rules, renderRules(md, options));
}

function mayCite(text: string): boolean {
  return text.includes("@") || text.includes("{cite");
}

/** `<div id="refs"></div>`, which is Pandoc's div in HTML, and MyST's directive. */
function referencesIn(token: Token, state: StateCore): readonly Token[] {
  const isList = token.type === "html_block" ? referencesTag.test(token.content) : token.type === "fence" && token.info.trim().startsWith("{bibliography}");
  if (!isList) return [token];
  const open = Object.assign(new state.Token(openToken, "", 1), { map: token.map, block: true, meta: token });
  return [open, Object.assign(new state.Token(closeToken, "", -1), { block: true, meta: token })];
}

function placeCitations(state: StateCore, cut: CutText): void {
  for (const token of state.tokens) {
    restore(token, cut);
    if (token.type === "inline") token.children = placeInline(token.children ?? [], state, cut);
  }
}

function placeInline(tokens: readonly Token[], state: StateCore, cut: CutText): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === "link_open") links++;
    if (token.type === "link_close") links--;
    return piecesOf(token, links > 0, state, cut);
  });
}

/** Puts back what was written, in all that is not running text. */
function restore(token: Token, cut: CutText): void {
  if (token.type !== "text") token.content = cut.restore(token.content);
  token.info = cut.restore(token.info);
  for (const attribute of token.attrs ?? []) attribute[1] = cut.restore(attribute[1]);
}

function piecesOf(token: Token, isInLink: boolean, state: StateCore, cut: CutText): readonly Token[] {
  restore(token, cut);
  if (token.type !== "text") {
    for (const child of token.children ?? []) Object.assign(child, { content: cut.restore(child.content) });
    return [token];
  }
  const parts = cut.split(token.content);
  if (parts.length === 1 && parts[0] === token.content) return [token];
  return parts.map((part) => typeof part === "string" ? textToken(part, state) : pieceToken(part, isInLink, state));
}

function textToken(text: string, { Token }: StateCore): Token {
  return Object.assign(new Token("text", "", 0), { content: text });
}

/** Its children are what would be shown without us. */
function pieceToken(piece: CutPiece, isInLink: boolean, { Token, md, env }: StateCore): Token {
  const children: Token[] = [];
  md.inline.parse(piece.written, md, env, children);
  return Object.assign(new Token(citationToken, "", 0), { content: piece.written, children, meta: { ...piece, isInLink } satisfies PlacedPiece });
}

function renderRules(md: MarkdownIt, { uriOf, page: pageOf }: PluginOptions): Record<string, RenderRule> {
  const pages = new WeakMap<object, PreviewPage | undefined>();
  const page = (env: unknown): PreviewPage | undefined => {
    if (typeof env !== "object" || env === null) return undefined;
    const uri = pages.has(env) ? undefined : uriOf(env);
    if (uri !== undefined) pages.set(env, pageOf(uri));
    return pages.get(env);
  };
  return {
    ...closeRules(md.renderer.rules, page),
    [citationToken]: (tokens, index, options, env, renderer) => {
      const { meta, children } = tokens[index] ?? {};
      const { start, isRest, isInLink } = meta as PlacedPiece;
      const shown = page(env);
      const html = shown?.citation(start, takenPunctuation(tokens, index, shown));
      if (html === undefined) return renderer.renderInline(children ?? [], options, env);
      if (isRest) return "";
      return isInLink ? html.replace(/<\/?a\b[^>]*>/g, "") : html;
    },
    [openToken]: (tokens, index, options, env, renderer) => {
      if (page(env) !== undefined) return "<div id=\"refs\">\n";
      const original = originalOf(tokens[index]);
      return original === undefined ? asWritten(tokens[index]) : renderer.rules[original.type]?.([original], 0, options, env, renderer) ?? "";
    },
    [closeToken]: (tokens, index, _options, env) => {
      const shown = page(env);
      if (shown === undefined) return originalOf(tokens[index]) === undefined ? asWritten(tokens[index]) : "";
      const isFirst = tokens.findIndex(({ type }) => type === closeToken) === index;
      return `${isFirst ? shown.references : ""}</div>\n`;
    },
    [endToken]: (tokens, _index, _options, env) => {
      const shown = page(env);
      if (shown === undefined) return "";
      const list = tokens.some(({ type }) => type === closeToken) ? "" : `${headingOf(shown, md)}${divOf(shown.references)}`;
      return list + shown.notes;
    },
  };
}

/** What would be shown without us, where that is one token. */
function originalOf(token: Token | undefined): Token | undefined {
  return token?.meta === null ? undefined : token?.meta as Token | undefined;
}

function asWritten(token: Token | undefined): string {
  return token === undefined || token.content === "" ? "" : `<p>${escapeHtml(token.content)}</p>\n`;
}

function headingOf({ referenceSectionTitle }: PreviewPage, md: MarkdownIt): string {
  return referenceSectionTitle === undefined ? "" : `<h1 id="bibliography">${md.renderInline(referenceSectionTitle)}</h1>\n`;
}

function divOf(references: string): string {
  return references === "" ? "" : `<div id="refs">\n${references}</div>\n`;
}
