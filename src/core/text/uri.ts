import type { Uri } from "../ports";

/** URIs are taken apart by RFC 3986 and spelled as VS Code spells them (`Uri.toString()`), so that both sides name a file alike. */
interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  /** Decoded, starting with `/`. */
  readonly path: string;
}

function splitUri(uri: Uri): UriParts {
  const colon = uri.indexOf(":");
  const scheme = uri.slice(0, colon);
  const rest = uri.slice(colon + 1);
  if (!rest.startsWith("//")) return { scheme, authority: "", path: decode(withoutQuery(rest)) };
  const slash = rest.indexOf("/", 2);
  if (slash < 0) return { scheme, authority: rest.slice(2), path: "/" };
  return { scheme, authority: rest.slice(2, slash), path: decode(withoutQuery(rest.slice(slash))) };
}

function joinUri({ scheme, authority, path }: UriParts): Uri {
  return `${scheme}:${authority === "" && scheme !== "file" ? "" : `//${authority}`}${encodePath(path)}`;
}

function withoutQuery(path: string): string {
  const end = path.search(/[?#]/);
  return end < 0 ? path : path.slice(0, end);
}

/** A `%` that is no escape stays as it is: file names may hold one. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encodePath(path: string): string {
  return path.split("/").map((segment) =>
    encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}

/** `.` and `..` resolved; `..` never climbs above the root. */
function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

/** The folder a file lies in, without a slash at its end. */
export function parentUri(uri: Uri): Uri {
  const parts = splitUri(uri);
  return joinUri({ ...parts, path: normalizePath(`${parts.path}/..`) });
}

/** The last segment, decoded: a file's name. */
export function baseName(uri: Uri): string {
  const { path } = splitUri(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The ending of a file's name in lower case, dot included, or an empty string. */
export function fileEnding(uri: Uri): string {
  const name = baseName(uri);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot).toLowerCase() : "";
}

export function joinPath(folder: Uri, ...segments: readonly string[]): Uri {
  const parts = splitUri(folder);
  return joinUri({ ...parts, path: normalizePath([parts.path, ...segments].join("/")) });
}

/** Whether `uri` lies in `folder` or is it. */
export function isInside(uri: Uri, folder: Uri): boolean {
  const inner = splitUri(uri);
  const outer = splitUri(folder);
  const prefix = outer.path.endsWith("/") ? outer.path : `${outer.path}/`;
  return inner.scheme === outer.scheme && inner.authority === outer.authority && (inner.path === outer.path || inner.path.startsWith(prefix));
}

/** The path from `folder` to `uri` with forward slashes, or `undefined` where `uri` lies elsewhere. */
export function relativePath(folder: Uri, uri: Uri): string | undefined {
  if (!isInside(uri, folder)) return undefined;
  return splitUri(uri).path.slice(splitUri(folder).path.length).replace(/^\//, "");
}

/** The shortest way from `folder` to `uri` as a document would write it, `../` included; `undefined` across schemes. */
export function pathBetween(folder: Uri, uri: Uri): string | undefined {
  const from = splitUri(folder);
  const to = splitUri(uri);
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const start = normalizePath(from.path).split("/").filter(Boolean);
  const end = normalizePath(to.path).split("/").filter(Boolean);
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/");
}

const windowsDrive = /^([A-Za-z]):\//;
const otherScheme = /^[A-Za-z][A-Za-z0-9+.-]+:\/\//;

/**
 * The URIs a path written in a document may mean, likeliest first: relative to `folder`, absolute, `~/…`, with Windows
 * separators, percent-encoded. Empty for what is no file (`https://…`), and for a file of another machine: reading it would connect to it.
 */
export function resolvePath(path: string, folder: Uri, home: Uri | undefined): readonly Uri[] {
  if (path.startsWith("file://")) return filesAt(splitUri(path), splitUri(folder));
  if (path === "" || path.includes("\0") || otherScheme.test(path)) return [];
  const spellings = [path, path.replaceAll("\\", "/"), decode(path.replaceAll("\\", "/"))];
  // Accents may be one character in the document and two in the name of the file, or the other way round.
  const composed = spellings.flatMap((spelling) => [spelling, spelling.normalize("NFC"), spelling.normalize("NFD")]);
  return [...new Set(composed)].flatMap((spelling) => resolveSpelling(spelling, folder, home) ?? []);
}

/**
 * A file of the machine that the folder is on: where that is a remote one, its files are not those of the window. A share that the folder
 * itself lies in is known to the writer.
 */
function filesAt({ authority, path }: UriParts, folder: UriParts): readonly Uri[] {
  const isHere = authority === "" || authority.toLowerCase() === "localhost";
  const isBeside = folder.scheme === "file" && folder.authority === authority;
  const named = isHere || isBeside ? [joinUri({ scheme: "file", authority: isHere ? "" : authority, path: normalizePath(path) })] : [];
  return folder.scheme === "file" || !isHere ? named : [joinUri({ ...folder, path: normalizePath(path) }), ...named];
}

function resolveSpelling(path: string, folder: Uri, home: Uri | undefined): Uri | undefined {
  const base = splitUri(folder);
  if (path.startsWith("~/")) return home === undefined ? undefined : joinPath(home, path.slice(2));
  if (path.startsWith("/")) return joinUri({ ...base, path: normalizePath(path) });
  const drive = windowsDrive.exec(path)?.[1];
  if (drive !== undefined) return joinUri({ ...base, path: normalizePath(`/${drive.toLowerCase()}${path.slice(1)}`) });
  return joinPath(folder, path);
}
