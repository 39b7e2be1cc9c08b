import type { DocumentLanguage, ParsedDocument } from "../model/document";
import { LatexReader, parseLatex, type LatexOptions } from "./latex/parseLatex";
import { MarkdownReader, parseMarkdown } from "./markdown/parseMarkdown";

/** The facts of a document that is read once. */
export function parseDocument(language: DocumentLanguage, text: string, options: LatexOptions): ParsedDocument {
  return language === "markdown" ? parseMarkdown(text) : parseLatex(text, options);
}

/** Reads one document as it is written. What is written as it was the last time is not read anew; the facts are those of `parseDocument`. */
export interface DocumentReader {
  read(text: string, options: LatexOptions): ParsedDocument;
}

export function createDocumentReader(language: DocumentLanguage): DocumentReader {
  return language === "markdown" ? new MarkdownReader() : new LatexReader();
}
