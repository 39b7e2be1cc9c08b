import { defaultSettings, type Settings } from "../core/model/settings";
import type { TextDocument, Uri, Workspace } from "../core/ports";
import { createCitationService, type CitationService } from "../core/service";
import { decodeText } from "../core/text/decode";
import type { Host } from "./host";
import { writeMessage } from "./output";
import type { NamedFile, NamedPath } from "./namedFiles";
import { workspaceFolderOf } from "./paths";
import { readWorkspaceSettings } from "./workspaceSettings";

/** Where the reference corpus stands in place of a file. */
export const corpusUri: Uri = "sourcebook:/Reference%20corpus.json";

/** The core over one workspace folder, as an editor would have opened it. */
export interface Session {
  readonly service: CitationService;
  readonly workspace: Workspace;
}

/** The core over `folder`, with that folder's settings; over no folder where none is needed. What is `asked` for wins over settings. */
export async function openSession(folder: Uri | undefined, host: Host, asked: Partial<Settings> = {}): Promise<Session> {
  const workspace = host.disk.openWorkspace(folder === undefined ? [] : [folder]);
  const settings = { ...folder === undefined ? defaultSettings : await readWorkspaceSettings(folder, workspace), ...asked };
  const log = (message: string): void => writeMessage(host.stderr, message);
  const logger = { info: () => undefined, warn: log, error: log };
  return { workspace, service: createCitationService({ workspace, logger, settings, loadEngine: host.loadEngine, corpusUri }) };
}

/** One session for each workspace folder that is needed. */
export function createSessions(host: Host, asked: Partial<Settings> = {}): (path: NamedPath) => Promise<Session> {
  const sessions = new Map<Uri, Promise<Session>>();
  return ({ uri, kind }) => {
    const folder = workspaceFolderOf(uri, kind, host.cwd, host.disk.home);
    const session = sessions.get(folder) ?? openSession(folder, host, asked);
    sessions.set(folder, session);
    return session;
  };
}

/** A file's text as a document. */
export interface OpenedDocument {
  readonly document: TextDocument;
  readonly isUtf8: boolean;
}

/** `undefined`, after a message, where the file cannot be read. */
export async function openDocument({ file, uri }: NamedFile, languageId: string, { workspace }: Session, { stderr }: Host): Promise<OpenedDocument | undefined> {
  const content = await workspace.readFile(uri);
  if (content === undefined) {
    writeMessage(stderr, cannotBeRead(file));
    return undefined;
  }
  const { text, encoding } = typeof content === "string" ? { text: content, encoding: "utf-8" } : decodeText(content);
  return { document: { uri, version: 1, languageId, getText: () => text }, isUtf8: encoding !== "windows-1252" };
}

export function cannotBeRead(file: string): string {
  return `“${file}” cannot be read. See that you may read it.`;
}

export function isNotUtf8(file: string): string {
  return `“${file}” is not UTF-8; it is read as Windows-1252. Save it as UTF-8 to be sure that every letter is right.`;
}
