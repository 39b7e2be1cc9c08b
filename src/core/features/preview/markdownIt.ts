/** What is used of markdown-it, which the host of a preview brings along. */

export interface Token {
  type: string;
  content: string;
  info: string;
  attrs: [name: string, value: string][] | null;
  children: Token[] | null;
  map: [start: number, end: number] | null;
  meta: unknown;
  block: boolean;
}

type TokenConstructor = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

export interface StateCore {
  src: string;
  tokens: Token[];
  readonly inlineMode: boolean;
  readonly env: unknown;
  readonly md: MarkdownIt;
  readonly Token: TokenConstructor;
}

/** Lines are numbered; `bMarks` and `eMarks` are where they begin and end, `tShift` and `sCount` how far they are indented. */
export interface StateBlock {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly sCount: readonly number[];
  readonly blkIndent: number;
  readonly md: MarkdownIt;
  line: number;
  lineMax: number;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
}

export type CoreRule = (state: StateCore) => void;
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, isTest: boolean) => boolean;
export type RenderRule = (tokens: Token[], index: number, options: object, env: unknown, renderer: Renderer) => string;

export interface Ruler<Rule> {
  before(name: string, own: string, rule: Rule, options?: { readonly alt: readonly string[] }): void;
  push(name: string, rule: Rule): void;
}

export interface Renderer {
  readonly rules: Record<string, RenderRule | undefined>;
  renderInline(tokens: Token[], options: object, env: unknown): string;
}

export interface MarkdownIt {
  readonly core: { readonly ruler: Ruler<CoreRule> };
  readonly block: { readonly ruler: Ruler<BlockRule>; tokenize(state: StateBlock, startLine: number, endLine: number): void };
  readonly inline: { parse(text: string, md: MarkdownIt, env: unknown, tokens: Token[]): void };
  readonly renderer: Renderer;
  renderInline(text: string, env?: unknown): string;
}
