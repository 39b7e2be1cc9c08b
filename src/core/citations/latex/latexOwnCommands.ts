import type { LatexCommandSet } from "./latexCommandSet";
import type { CitationCommand } from "./latexCommands";
import { groupText } from "./latexSpace";

export interface OwnCommand {
  readonly name: string;
  readonly command: CitationCommand;
}

/** Definitions that wrap a citation command are short; of longer ones the beginning is looked at. */
const longestDefinition = 1_000;

const controlWord = String.raw`\\([A-Za-z@]+)`;
const alias = new RegExp(String.raw`^\s*\{?\s*${controlWord}\s*\}?\s*=?\s*\{?\s*${controlWord}`);
const plainHead = new RegExp(String.raw`^\s*${controlWord}\s*((?:#\d)*)\s*\{`);
const latexHead = new RegExp(String.raw`^\*?\s*(?:\{\s*${controlWord}\s*\}|${controlWord})\s*(?:\[(\d)\])?\s*(\[[^[\]{}]*\])?\s*\{`);
const xparseHead = new RegExp(String.raw`^\s*(?:\{\s*${controlWord}\s*\}|${controlWord})\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\}){0,999}\})*)\}\s*\{`);
const citing = new RegExp(String.raw`${controlWord}\*?(?:\s*\[[^[\]]*\])*\s*\{\s*#(\d)\s*\}`, "g");
const onlyName = new RegExp(String.raw`^\s*${controlWord}\s*$`);
/** The types of arguments of `\NewDocumentCommand` (usrguide, “Argument types”), and what processes them. */
const xparseArgument = /[mvogs]|[OG]\{[^{}]*\}|t.|[rd]..|D..\{[^{}]*\}|>\s*\{(?:[^{}]|\{[^{}]*\})*\}/g;

interface Definition {
  readonly name: string;
  /** For each parameter whether it stands in braces and must be there. */
  readonly parameters: readonly boolean[];
  readonly body: string;
}

/**
 * The citation command that a definition makes: one whose body hands a whole argument on as keys (`\cite[see][]{#1}`), or
 * another name for a known one (`\let\oldcite\cite`). `start` lies behind `\definer`.
 */
export function readOwnCommand(text: string, start: number, definer: string, commands: LatexCommandSet): OwnCommand | undefined {
  const source = text.slice(start, start + longestDefinition);
  if (definer === "let" || definer.endsWith("CommandCopy")) {
    const [, name, original] = alias.exec(source) ?? [];
    return named(name, original, commands);
  }
  const definition = readDefinition(source, definer);
  if (definition === undefined) return undefined;
  const { name, parameters, body } = definition;
  if (parameters.length === 0) return named(name, onlyName.exec(body)?.[1], commands);
  for (const [, wrapped = "", parameter] of body.matchAll(citing)) {
    const command = citationOf(wrapped, commands);
    const index = Number(parameter) - 1;
    if (command === undefined || command.leading !== undefined || parameters[index] !== true) continue;
    const leading = parameters.slice(0, index).filter((isMandatory) => isMandatory).map(() => "other" as const);
    return { name, command: { kind: "citation", mode: command.mode, ...leading.length > 0 && { leading } } };
  }
  return undefined;
}

function named(name: string | undefined, original: string | undefined, commands: LatexCommandSet): OwnCommand | undefined {
  const command = original === undefined ? undefined : citationOf(original, commands);
  return name === undefined || command === undefined ? undefined : { name, command };
}

function citationOf(name: string, commands: LatexCommandSet): CitationCommand | undefined {
  const command = commands.find(name);
  return command?.kind === "citation" ? command : undefined;
}

function readDefinition(source: string, definer: string): Definition | undefined {
  if (definer.endsWith("def")) {
    const [head, name = "", marks = ""] = plainHead.exec(source) ?? [];
    if (head === undefined) return undefined;
    return { name, parameters: Array.from({ length: marks.length / 2 }, () => true), body: groupText(source, head.length) };
  }
  if (definer.includes("Document")) {
    const [head, braced, bare = "", specification = ""] = xparseHead.exec(source) ?? [];
    if (head === undefined) return undefined;
    const parameters = (specification.match(xparseArgument) ?? []).filter((type) => !type.startsWith(">")).map((type) => /^[mv]/.test(type));
    return { name: braced ?? bare, parameters, body: groupText(source, head.length) };
  }
  const [head, braced, bare = "", count = "0", optional] = latexHead.exec(source) ?? [];
  if (head === undefined) return undefined;
  const parameters = Array.from({ length: Number(count) }, (_, index) => index > 0 || optional === undefined);
  return { name: braced ?? bare, parameters, body: groupText(source, head.length) };
}
