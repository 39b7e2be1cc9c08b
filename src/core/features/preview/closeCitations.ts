import { pieceOf } from "./citationTokens";
import type { Renderer, RenderRule, Token } from "./markdownIt";
import type { PreviewPage } from "./page";

const punctuation = /^\p{P}{1,999}/u;
const spaceAtEnd = /[ \t]+$/;

/** The punctuation behind the citation at an index, where its page puts it before the number of a note. */
export function takenPunctuation(tokens: readonly Token[], index: number, page: PreviewPage): string {
  const start = pieceOf(tokens[index])?.start;
  if (start === undefined || page.setting(start)?.takesPunctuation !== true) return "";
  let next = index + 1;
  while (pieceOf(tokens[next + 1])?.isRest === true) next += 2;
  return punctuationIn(tokens[next]);
}

/**
 * Text and line breaks around citations that are raised: as in Pandoc, they stand close to the word before them, and the numbers of notes
 * behind the punctuation (User's Guide, “notes-after-punctuation”).
 */
export function closeRules(rules: Renderer["rules"], pageOf: (env: unknown) => PreviewPage | undefined): Record<string, RenderRule> {
  const { text, softbreak } = rules;
  return {
    ...text !== undefined && {
      text: (tokens, index, options, env, renderer) => {
        const token = tokens[index];
        const page = token !== undefined && isBesidePiece(tokens, index) ? pageOf(env) : undefined;
        const content = token === undefined || page === undefined ? undefined : closeText(tokens, index, token, page);
        if (token === undefined || content === undefined || content === token.content) return text(tokens, index, options, env, renderer);
        return text([Object.assign(Object.create(token) as Token, { content })], 0, options, env, renderer);
      },
    },
    ...softbreak !== undefined && {
      softbreak: (tokens, index, options, env, renderer) =>
        isBesidePiece(tokens, index) && isBeforeClose(tokens, index, pageOf(env)) ? "" : softbreak(tokens, index, options, env, renderer),
    },
  };
}

/** A page is asked for where a citation is alone: other texts have none. */
function isBesidePiece(tokens: readonly Token[], index: number): boolean {
  return pieceOf(tokens[index - 1]) !== undefined || pieceOf(tokens[index + 1]) !== undefined;
}

function closeText(tokens: readonly Token[], index: number, { content }: Token, page: PreviewPage): string {
  const rest = isBehindNote(tokens, index, page) ? content.slice(punctuationIn(tokens[index]).length) : content;
  return isBeforeClose(tokens, index, page) ? rest.replace(spaceAtEnd, "") : rest;
}

function isBeforeClose(tokens: readonly Token[], index: number, page: PreviewPage | undefined): boolean {
  const piece = pieceOf(tokens[index + 1]);
  return piece?.isRest === false && page?.setting(piece.start)?.takesNoSpace === true;
}

function isBehindNote(tokens: readonly Token[], index: number, page: PreviewPage): boolean {
  let before = index - 1;
  while (pieceOf(tokens[before])?.isRest === true) before -= 2;
  const piece = pieceOf(tokens[before]);
  return piece !== undefined && page.setting(piece.start)?.takesPunctuation === true;
}

function punctuationIn(token: Token | undefined): string {
  return token?.type === "text" ? punctuation.exec(token.content)?.[0] ?? "" : "";
}
