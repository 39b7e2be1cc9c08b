import * as vscode from "vscode";

/** Product icons by CSL type, so that they follow the theme. */
const icons: Readonly<Record<string, string>> = {
  "article-journal": "file-text",
  "article-magazine": "file-text",
  "article-newspaper": "file-text",
  article: "file-text",
  book: "book",
  chapter: "bookmark",
  "paper-conference": "comment-discussion",
  report: "output",
  thesis: "mortar-board",
  webpage: "globe",
  dataset: "database",
  software: "code",
};

export function typeIcon(type: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(Object.hasOwn(icons, type) ? icons[type] ?? "file" : "file");
}
