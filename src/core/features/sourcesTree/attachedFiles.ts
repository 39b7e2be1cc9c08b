import type { BibliographyEntry } from "../../model/bibliography";

/** A file that a reference manager has attached to a source. */
export interface AttachedFile {
  readonly name: string;
  /** As written. */
  readonly path: string;
}

const mostFiles = 20;

/** The files of an entry; `written` is its text, where that is at hand: RIS names them in lines that no item has. */
export function filesOfEntry(entry: BibliographyEntry, written = ""): readonly AttachedFile[] {
  if (entry.format === "bibtex") return attachedFiles(entry.effectiveFields.get("file") ?? "");
  const { item } = entry;
  const { custom } = item;
  const listed = [item, custom].flatMap((holder) => filesIn(holder));
  return [...listed, ...filesInRis(written)].slice(0, mostFiles);
}

/** CSL-JSON has no variable for files; managers that export them write `file` or `attachments`, beside the others or in `custom`. */
function filesIn(holder: unknown): readonly AttachedFile[] {
  const file = valueIn(holder, "file");
  const list = valueIn(holder, "attachments");
  const paths = (Array.isArray(list) ? list : []).slice(0, mostFiles).map((item: unknown) => typeof item === "string" ? item : valueIn(item, "path") ?? valueIn(item, "localPath"));
  return [...typeof file === "string" ? attachedFiles(file) : [], ...paths.flatMap((path) => typeof path === "string" ? fileAt(path) : [])];
}

function valueIn(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, name) ? (holder as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** `L1` and `L4` of RIS, and `L2` where it is no address. */
function filesInRis(written: string): readonly AttachedFile[] {
  return [...written.matchAll(/^L[124] {0,2}- ?(\S.*)$/gm)].slice(0, mostFiles)
    .map(([, path = ""]) => path.trim())
    .filter((path) => !/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(path))
    .flatMap(fileAt);
}

function fileAt(path: string): readonly AttachedFile[] {
  const trimmed = path.trim();
  return trimmed === "" ? [] : [{ name: trimmed.slice(Math.max(trimmed.lastIndexOf("/"), trimmed.lastIndexOf("\\")) + 1), path: trimmed }];
}

/**
 * The `file` field: paths, or `Title:path:type` with `\` before what would end a part (JabRef, Zotero, Mendeley), one behind the
 * other with `;`.
 */
export function attachedFiles(field: string): readonly AttachedFile[] {
  return cutAt(field, ";").slice(0, mostFiles).flatMap((written) => {
    const parts = cutAt(written, ":");
    return fileAt(unescape(parts.length < 3 ? written : joinDrive(parts.slice(1, -1))));
  });
}

/** `C:/…` holds a colon that not everybody escapes. */
function joinDrive(parts: readonly string[]): string {
  return parts.join(":");
}

/** The parts between separators that have no backslash before them. */
function cutAt(text: string, separator: ":" | ";"): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function unescape(text: string): string {
  return text.replace(/\\([:;\\_&%#$])/g, "$1");
}
