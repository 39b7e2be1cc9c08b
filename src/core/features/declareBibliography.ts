import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { nestsTooDeeply } from "../citations/markdown/yamlDocument";
import type { ParsedDocument } from "../model/document";
import { lineEndOf } from "../text/lineEnds";
import { yamlScalar } from "../text/yamlScalar";
import type { TextEdit } from "../model/edit";
import { insertAt } from "./insertAt";

/**
 * The edit by which a document declares a bibliography, keeping what it declares already; `undefined` where it declares this
 * path already, or where its front matter is broken and an edit could do harm.
 */
export function declareBibliography(text: string, document: ParsedDocument, path: string): TextEdit | undefined {
  if (document.declarations.some((declaration) => declaration.path === path || `${declaration.path}.bib` === path)) return undefined;
  if (document.language === "markdown") return declareInMarkdown(text, document, yamlScalar(path));
  return meansSomethingInLatex.test(path) ? undefined : declareInLatex(text, document, path);
}

/** A list of files would end, or begin anew, with these. */
const meansSomethingInLatex = /[{}%#\\,\r\n]/;

function declareInMarkdown(text: string, { frontMatter }: ParsedDocument, path: string): TextEdit | undefined {
  const lineEnd = lineEndOf(text);
  if (frontMatter === undefined) return insertAt(text.startsWith("\ufeff") ? 1 : 0, ["---", `bibliography: ${path}`, "---", "", ""].join(lineEnd));
  const yaml = text.slice(frontMatter.start, frontMatter.end);
  if (nestsTooDeeply(yaml)) return undefined;
  const document = parseDocument(yaml, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const node = isMap(document.contents) ? document.get("bibliography", true) as Node | undefined : undefined;
  const edit = node === undefined ? addLine(yaml, `bibliography: ${path}`, lineEnd) : extendDeclaration(yaml, node, path, lineEnd);
  return edit && { ...edit, range: { start: edit.range.start + frontMatter.start, end: edit.range.end + frontMatter.start } };
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === "");
}

function addLine(yaml: string, line: string, lineEnd: string): TextEdit {
  const isClosed = yaml === "" || yaml.endsWith("\n");
  return insertAt(yaml.length, isClosed ? `${line}${lineEnd}` : `${lineEnd}${line}`);
}

function extendDeclaration(yaml: string, node: Node, path: string, lineEnd: string): TextEdit | undefined {
  if (!node.range) return undefined;
  const [start, end] = node.range;
  if (isEmptyScalar(node)) return { range: { start, end }, newText: yaml[start - 1] === ":" ? ` ${path}` : path };
  // Text in lines of its own, and what has a name or a type, is no value that brackets could be put around.
  if (/^[|>&!]/.test(yaml.slice(start, end))) return undefined;
  if (isScalar(node)) return { range: { start, end }, newText: `[${scalarInList(yaml.slice(start, end))}, ${path}]` };
  if (isSeq(node)) return extendSequence(yaml, node, path, lineEnd);
  return undefined;
}

/** A value that stood alone may hold what ends it in a list in brackets. */
function scalarInList(written: string): string {
  return /^["']/.test(written) || !/[,[\]{}]/.test(written) ? written : JSON.stringify(written);
}

function extendSequence(yaml: string, node: Node & { readonly flow?: boolean; readonly items: readonly unknown[] }, path: string, lineEnd: string): TextEdit | undefined {
  const last = node.items.at(-1) as Node | undefined;
  if (!last?.range || !node.range) return node.flow === true && node.range ? insertAt(node.range[0] + 1, path) : undefined;
  const end = last.range[1];
  if (node.flow === true) return insertAt(end, `, ${path}`);
  const dash = yaml.lastIndexOf("-", last.range[0] - 1);
  const indent = yaml.slice(yaml.lastIndexOf("\n", dash) + 1, dash);
  return insertAt(end, `${lineEnd}${indent}- ${path}`);
}

function declareInLatex(text: string, { declarations }: ParsedDocument, path: string): TextEdit {
  const lineEnd = lineEndOf(text);
  const last = declarations.at(-1);
  if (last !== undefined) {
    const line = text.lastIndexOf("\n", last.range.start) + 1;
    const isResource = text.slice(line, last.range.start).includes("resource");
    if (!isResource) return insertAt(last.range.end, `,${path.replace(/\.bib$/, "")}`);
    const lineAfter = text.indexOf("\n", last.range.end);
    const place = lineAfter < 0 ? text.length : lineAfter + 1;
    return insertAt(place, `${lineAfter < 0 ? lineEnd : ""}\\addbibresource{${path}}${lineEnd}`);
  }
  const [marker, command] = text.includes("{biblatex}") ? ["\\begin{document}", `\\addbibresource{${path}}`] : ["\\end{document}", `\\bibliography{${path.replace(/\.bib$/, "")}}`];
  const place = text.lastIndexOf(marker);
  return place < 0 ? insertAt(text.length, `${lineEnd}${command}${lineEnd}`) : insertAt(place, `${command}${lineEnd}`);
}
