/** A file that a reference manager has attached to a source. */
export interface AttachedFile {
  readonly name: string;
  /** As written. */
  readonly path: string;
}

const mostFiles = 20;

/**
 * The `file` field: paths, or `Title:path:type` with `\` before what would end a part (JabRef, Zotero, Mendeley), one behind the
 * other with `;`.
 */
export function attachedFiles(field: string): readonly AttachedFile[] {
  return cutAt(field, ";").slice(0, mostFiles).flatMap((written) => {
    const parts = cutAt(written, ":");
    const path = unescape(parts.length < 3 ? written : joinDrive(parts.slice(1, -1))).trim();
    return path === "" ? [] : [{ name: path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1), path }];
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
