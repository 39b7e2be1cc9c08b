import type { BibliographyDeclaration, DocumentLink } from "../../model/document";
import type { TextRange } from "../../model/textRange";
import { isPlaceholder } from "../../text/placeholder";
import { LatexArguments } from "./latexArguments";
import type { LatexCommand } from "./latexCommands";
import { readLatexListIn } from "./latexList";
import { skipSpace } from "./latexSpace";
import type { LatexTokens } from "./latexTokens";

type BibliographyCommand = Extract<LatexCommand, { kind: "bibliography" }>;
type IncludeCommand = Extract<LatexCommand, { kind: "include" }>;

/** How far a condition may stand before what depends on it, comments included. */
const farthestCondition = 200;

interface FileName {
  readonly path: string;
  readonly range: TextRange;
}

/** The files that `\bibliography{a,b}`, `\addbibresource[options]{a.bib}` and their kin name. Remote resources are no files. */
export function readBibliographyFiles(tokens: LatexTokens, token: number, command: BibliographyCommand): readonly BibliographyDeclaration[] {
  const reader = new LatexArguments(tokens, token);
  // bibentry's and bibunits' starred forms take the files that are declared already.
  if (reader.star()) return [];
  const option = reader.option();
  const isAlternative = followsCondition(tokens.text, tokens.start(token));
  const declared = (file: FileName | undefined): readonly BibliographyDeclaration[] =>
    file === undefined ? [] : [{ ...file, kind: "tex", ...isAlternative && { isAlternative } }];
  const argument = command.files === "option" || command.files === "resources" ? option : reader.group();
  if (argument === undefined) return [];
  if (command.files === "one") return isRemote(tokens, option, argument) ? [] : declared(fileNameIn(tokens.text, argument));
  const files = readLatexListIn(tokens.text, argument).flatMap(({ range }) => declared(fileNameIn(tokens.text, range)));
  // biblatex (3.7.1): a resource is named with its ending, or by the label it was given.
  return command.files === "resources" ? files.filter(({ path }) => /\.\w+$/.test(path)) : files;
}

/** `\input{file}`, `\input file`, `\include{file}`, `\import{folder}{file}` and their kin. */
export function readInclude(tokens: LatexTokens, token: number, command: IncludeCommand): DocumentLink | undefined {
  const reader = new LatexArguments(tokens, token);
  reader.star();
  reader.option();
  const first = reader.group();
  if (first === undefined) return command.form === "plain" ? included(plainFileName(tokens, reader.position)) : undefined;
  if (command.form !== "directory") return included(fileNameIn(tokens.text, first));
  const second = reader.group();
  const directory = unquoted(tokens.text, first);
  const link = second && included(fileNameIn(tokens.text, second));
  return link && directory && { ...link, directory: directory.path };
}

/** `\documentclass[main.tex]{subfiles}`: this file is part of the work whose root is `main.tex`. */
export function readSubfilesRoot(tokens: LatexTokens, token: number): DocumentLink | undefined {
  const reader = new LatexArguments(tokens, token);
  const option = reader.option();
  const name = reader.group();
  if (option === undefined || name === undefined || tokens.text.slice(name.start, name.end).trim() !== "subfiles") return undefined;
  const file = fileNameIn(tokens.text, option);
  return file && { kind: "root", ...file };
}

/** `% !TEX root = ../main.tex`, in any mixture of cases and spaces; RStudio's `% !Rnw root = main.Rnw` too. */
export function readMagicRoot(tokens: LatexTokens, token: number): DocumentLink | undefined {
  const start = tokens.start(token);
  const comment = tokens.text.slice(start, tokens.end(token));
  const head = /^%[% ]*![ \t]*(?:TEX|Rnw)[ \t]+root[ \t]*=/i.exec(comment)?.[0];
  const file = head === undefined ? undefined : unquoted(tokens.text, { start: start + head.length, end: start + comment.length });
  return file && { kind: "root", ...file };
}

/** Whether a command begins a branch: `\else`, `\ifdraft`, or an argument behind another one (`\ifthenelse{…}{`, `\IfFileExists{…}{`). */
function followsCondition(text: string, start: number): boolean {
  return /(?:\}\s*\{\s*|\\(?:else|if[A-Za-z@]+)\s*)$/.test(text.slice(Math.max(0, start - farthestCondition), start).replace(/%[^\n]*\n/g, ""));
}

function included(file: FileName | undefined): DocumentLink | undefined {
  return file && { kind: "include", ...file };
}

/** Whether `\addbibresource` names an address, where nothing is looked for. */
export function namesRemoteBibliography(tokens: LatexTokens, token: number, command: BibliographyCommand): boolean {
  if (command.files !== "one") return false;
  const reader = new LatexArguments(tokens, token);
  reader.star();
  const option = reader.option();
  const argument = reader.group();
  return argument !== undefined && isRemote(tokens, option, argument);
}

function isRemote({ text }: LatexTokens, option: TextRange | undefined, argument: TextRange): boolean {
  return (option !== undefined && /location\s*=\s*\{?\s*remote/i.test(text.slice(option.start, option.end)))
    || /^\s*(?:https?|ftp):/i.test(text.slice(argument.start, argument.end));
}

/** Plain TeX's `\input file` ends at white space or a command; quotes hold names with spaces. */
function plainFileName({ text, limit }: LatexTokens, position: number): FileName | undefined {
  const start = skipSpace(text, position, limit);
  const isQuoted = text.charAt(start) === "\"";
  let end = isQuoted ? start + 1 : start;
  const stops = isQuoted ? /["\n\r{}\\%]/ : /[\s{}\\%[\]|]/;
  while (end < limit && !stops.test(text.charAt(end))) end++;
  if (isQuoted && text.charAt(end) === "\"") end++;
  return fileNameIn(text, { start, end });
}

/** The name in a range, unescaped; `undefined` where there is none or it is not known here (`\jobname`, `#1`, `|pipe`). */
function fileNameIn(text: string, range: TextRange): FileName | undefined {
  const name = unquoted(text, range);
  if (name === undefined || /\\[A-Za-z@]|#\d|^\|/.test(name.path) || isPlaceholder(name.path)) return undefined;
  return { path: name.path.replace(/\\([_%#&$~ {}])/g, "$1"), range: name.range };
}

function unquoted(text: string, range: TextRange): FileName | undefined {
  const trimmed = trim(text, range);
  const isQuoted = trimmed.end - trimmed.start > 1 && text.charAt(trimmed.start) === "\"" && text.charAt(trimmed.end - 1) === "\"";
  const inner = isQuoted ? trim(text, { start: trimmed.start + 1, end: trimmed.end - 1 }) : trimmed;
  return inner.start === inner.end ? undefined : { path: text.slice(inner.start, inner.end), range: inner };
}

function trim(text: string, { start, end }: TextRange): TextRange {
  const written = text.slice(start, end);
  const begin = start + written.length - written.trimStart().length;
  return { start: begin, end: Math.max(begin, start + written.trimEnd().length) };
}
