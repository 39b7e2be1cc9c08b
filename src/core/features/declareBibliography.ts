import { isSeq, type Node, type YAMLSeq } from "yaml";
import type { ParsedDocument } from "../model/document";
import { endOfLine, lineEndOf, startOfLine } from "../text/lineEnds";
import { yamlScalar } from "../text/yamlScalar";
import type { TextEdit } from "../model/edit";
import { addLine, editableFrontMatter, newFrontMatter, plainValue, replaceValue, valueOf, type EditableFrontMatter } from "./frontMatterEdit";
import { insertAt } from "./insertAt";

/**
 * The edit by which a document declares a bibliography, keeping what it declares already; `undefined` where it declares this
 * path already, or where its front matter is broken and an edit could do harm.
 */
export function declareBibliography(text: string, document: ParsedDocument, path: string): TextEdit | undefined {
  if (isDeclared(document, path)) return undefined;
  if (document.language === "markdown") return declareInMarkdown(text, document, yamlScalar(path));
  return meansSomethingInLatex.test(path) ? undefined : declareInLatex(text, document, path);
}

export function isDeclared({ declarations }: ParsedDocument, path: string): boolean {
  return declarations.some((declaration) => declaration.path === path || `${declaration.path}.bib` === path);
}

/** A list of files would end, or begin anew, with these. */
export const meansSomethingInLatex = /[{}%#\\,\r\n]/;

function declareInMarkdown(text: string, { frontMatter, declarations }: ParsedDocument, path: string): TextEdit | undefined {
  // of several blocks of metadata the first one counts: what another one declares would be heard no more
  if (declarations.some(({ range }) => frontMatter === undefined || range.start < frontMatter.start || range.end > frontMatter.end)) return undefined;
  const line = `bibliography: ${path}`;
  if (frontMatter === undefined) return newFrontMatter(text, line);
  const editable = editableFrontMatter(text, frontMatter);
  if (editable === undefined) return undefined;
  const node = valueOf(editable, "bibliography");
  return node === undefined ? addLine(editable, line, lineEndOf(text)) : extendDeclaration(editable, node, path, lineEndOf(text));
}

function extendDeclaration(editable: EditableFrontMatter, node: Node, path: string, lineEnd: string): TextEdit | undefined {
  if (isSeq(node)) return node.anchor === undefined && node.tag === undefined ? extendSequence(editable, node, path, lineEnd) : undefined;
  const value = plainValue(editable, node);
  if (value === undefined) return undefined;
  return replaceValue(editable, value, saysNothing.test(value.written) ? path : `[${scalarInList(value.written)}, ${path}]`);
}

/** YAML's ways to write nothing. */
const saysNothing = /^(?:~|null|Null|NULL|""|'')?$/;

/** A value that stood alone may hold what ends it in a list in brackets. */
function scalarInList(written: string): string {
  return /^["']/.test(written) || !/[,[\]{}]/.test(written) ? written : JSON.stringify(written);
}

function extendSequence(editable: EditableFrontMatter, { items, flow, range }: YAMLSeq, path: string, lineEnd: string): TextEdit | undefined {
  const { yaml, start } = editable;
  const last = plainValue(editable, items.at(-1) as Node | undefined);
  if (flow === true && items.length === 0 && range) return insertAt(start + range[0] + 1, path);
  if (last === undefined || last.written === "") return undefined;
  if (flow === true) return insertAt(start + last.end, `, ${path}`);
  const indent = /^([ \t]*)-[ \t]+$/.exec(yaml.slice(startOfLine(yaml, last.start), last.start))?.[1];
  return indent === undefined ? undefined : insertAt(start + endOfLine(yaml, last.end), `${lineEnd}${indent}- ${path}`);
}

function declareInLatex(text: string, document: ParsedDocument, path: string): TextEdit | undefined {
  const lineEnd = lineEndOf(text);
  const last = document.declarations.at(-1);
  const name = path.replace(/\.bib$/, "");
  if (last === undefined) {
    return document.settings.bibliographyPackage === "biblatex" ? beforeDocument(text, document, `\\addbibresource{${path}}`, lineEnd) : insertLine(text, endOfBody(text, document), `\\bibliography{${name}}`, lineEnd);
  }
  const start = text.lastIndexOf("\\", last.range.start);
  const command = /^\\([a-zA-Z]+)/.exec(text.slice(start, last.range.start))?.[1] ?? "";
  if (/^(?:no)?bibliography$/.test(command)) return insertAt(last.range.end, `,${name}`);
  return isResource.test(command) ? behindDeclaration(text, { start, end: last.range.end }, `\\addbibresource{${path}}`, lineEnd) : undefined;
}

/** Each of these names one file. */
const isResource = /^add(?:bibresource|globalbib|sectionbib)$/;

/** On a line of its own; a comment behind the declaration stays with it. */
function behindDeclaration(text: string, { start, end }: { readonly start: number; readonly end: number }, written: string, lineEnd: string): TextEdit | undefined {
  const close = text.indexOf("}", end) + 1;
  if (close === 0) return undefined;
  const indent = /^[ \t]*$/.exec(text.slice(startOfLine(text, start), start))?.[0] ?? "";
  const restEnd = endOfLine(text, close);
  const isLast = /^[ \t]*(?:%.*)?$/.test(text.slice(close, restEnd));
  const place = isLast ? restEnd : close;
  return insertAt(place, `${lineEnd}${indent}${written}${place === text.length ? lineEnd : ""}`);
}

function beforeDocument(text: string, document: ParsedDocument, written: string, lineEnd: string): TextEdit {
  const { start = 0 } = document.body ?? {};
  const begin = start === 0 ? -1 : text.lastIndexOf("\\begin", start - 1);
  return insertLine(text, begin < 0 ? endOfBody(text, document) : begin, written, lineEnd);
}

/** Where `\end{document}` stands; the end of the text where it does not. */
function endOfBody(text: string, { body }: ParsedDocument): number {
  return body !== undefined && text.startsWith("\\end", body.end) ? body.end : text.length;
}

function insertLine(text: string, place: number, written: string, lineEnd: string): TextEdit {
  return insertAt(place, place === text.length ? `${lineEnd}${written}${lineEnd}` : `${written}${lineEnd}`);
}
