import type { Uri } from "../ports";
import { baseName, fileEnding, isInside, parentUri } from "../text/uri";
import type { DocumentFile, DocumentStore } from "./documentStore";
import type { ProjectDeclarations } from "./projectFiles";

/**
 * The other chapters of a bookdown book, which knitr puts together into one document before it is read: what one of them declares,
 * mostly `index.Rmd`, which comes first, holds for all.
 */
export async function chaptersBeside(uri: Uri, projects: readonly ProjectDeclarations[], documents: DocumentStore): Promise<readonly DocumentFile[]> {
  const book = projects.find((project) => baseName(project.uri) === "_bookdown.yml");
  if (book === undefined || fileEnding(uri) !== ".rmd") return [];
  const folder = parentUri(book.uri);
  const chapters = (await documents.list("markdown")).filter((other) => other !== uri && isChapter(other, folder)).sort(byReading);
  const loaded = await Promise.all(chapters.map(async (chapter) => ({ uri: chapter, document: await documents.load(chapter) })));
  return loaded.flatMap(({ uri: chapter, document }) => document === undefined ? [] : [{ uri: chapter, document }]);
}

/** bookdown leaves out what begins with an underscore. */
function isChapter(uri: Uri, folder: Uri): boolean {
  return fileEnding(uri) === ".rmd" && isInside(uri, folder) && !baseName(uri).startsWith("_");
}

function byReading(a: Uri, b: Uri): number {
  return Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : 1);
}

function isIndex(uri: Uri): boolean {
  return baseName(uri).toLowerCase() === "index.rmd";
}
