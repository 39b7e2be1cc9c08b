import { LatexArguments } from "./latexArguments";
import type { LatexCommand } from "./latexCommands";
import { tokenKind } from "./latexTokens";
import type { LatexTokens } from "./latexTokens";

type NamingCommand = Extract<LatexCommand, { kind: "definition" | "primitive-definition" | "names" }>;

/** Parameter texts (`#1#2\end`) are short; where no body follows soon, there is none. */
const longestParameterText = 20;

/** The last token of the definition at `token`, whose name, options and bodies hold no facts. */
export function definitionEnd(tokens: LatexTokens, token: number, command: NamingCommand): number {
  const reader = new LatexArguments(tokens, token);
  if (command.kind === "names") return namesEnd(tokens, reader, command.count);
  if (command.kind === "primitive-definition") {
    return reader.controlSequence() ? bodyEnd(tokens, firstBrace(tokens, reader.token + 1)) ?? reader.token : token;
  }
  reader.star();
  if (!reader.controlSequence() && reader.group() === undefined) return token;
  for (let group = 0; group < command.groups; group++) {
    skipOptions(reader);
    if (reader.openBrace() === undefined) break;
    if (reader.group() === undefined) return unclosedEnd(tokens, reader.token);
  }
  return reader.token;
}

/** `\let\name=\other`, `\string\name` */
function namesEnd(tokens: LatexTokens, reader: LatexArguments, count: number): number {
  for (let name = 0; name < count; name++) {
    if (!reader.controlSequence()) break;
    const behind = tokens.text.slice(reader.position, reader.position + longestParameterText);
    reader.moveTo(reader.position + (/^\s*=/.exec(behind)?.[0].length ?? 0));
  }
  return reader.token;
}

function skipOptions(reader: LatexArguments): void {
  while (reader.option() !== undefined);
}

function firstBrace(tokens: LatexTokens, from: number): number | undefined {
  for (let token = from; token < Math.min(from + longestParameterText, tokens.count); token++) {
    const kind = tokens.kind(token);
    if (kind === tokenKind.openBrace) return token;
    if (kind === tokenKind.closeBrace || kind === tokenKind.paragraphEnd) return undefined;
  }
  return undefined;
}

function bodyEnd(tokens: LatexTokens, brace: number | undefined): number | undefined {
  if (brace === undefined) return undefined;
  const closer = tokens.closer(brace);
  return closer < 0 ? unclosedEnd(tokens, brace) : closer;
}

/** A half-typed definition ends with its paragraph. */
function unclosedEnd(tokens: LatexTokens, from: number): number {
  let token = from;
  while (token + 1 < tokens.count && tokens.kind(token + 1) !== tokenKind.paragraphEnd) token++;
  return token;
}
