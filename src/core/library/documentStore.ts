import { createDocumentReader, parseDocument, type DocumentReader } from "../citations/documentReader";
import type { DocumentLanguage, ParsedDocument } from "../model/document";
import type { Disposable, TextDocument, Uri, Workspace } from "../ports";
import { textOf } from "../text/decode";
import { documentEndings, languageOfFile, languageOfId } from "../text/languages";
import { createFileCache } from "./fileCache";
import { createFileListing } from "./fileListing";
import type { SettingsOf } from "./folderSettings";

/** A document, open or on disk, with its facts. */
export interface DocumentFile {
  readonly uri: Uri;
  readonly document: ParsedDocument;
}

/** The facts of documents, open or on disk, each text parsed once. */
export interface DocumentStore extends Disposable {
  /** `undefined` where the document's language has no citations. */
  readonly parse: (document: TextDocument) => ParsedDocument | undefined;
  /** A document by its file; `undefined` where there is none or it has no citations. */
  readonly load: (uri: Uri) => Promise<ParsedDocument | undefined>;
  /** An open document was closed: its text is read from disk again. */
  readonly forget: (uri: Uri) => void;
  /** How many documents something is kept of. */
  readonly count: () => number;
  /** Every document file of the workspace. */
  list(language: DocumentLanguage): Promise<readonly Uri[]>;
  /** Every document of the workspace, and those that are open elsewhere or nowhere yet (untitled). */
  readonly all: () => Promise<readonly DocumentFile[]>;
  clear(): void;
}

interface OpenDocument {
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  readonly language: DocumentLanguage | undefined;
  /** Knows what the text said before. */
  readonly reader: DocumentReader | undefined;
  readonly parsed: ParsedDocument | undefined;
}

export function createDocumentStore(workspace: Workspace, settings: SettingsOf): DocumentStore {
  const open = new Map<Uri, OpenDocument>();
  const files = createFileCache(workspace, (content, uri) => {
    const text = textOf(content);
    const known = open.get(uri);
    if (known?.text === text) return known.parsed;
    const language = (known && languageOfId(known.languageId)) ?? languageOfFile(uri);
    return language && parseDocument(language, text, settings(uri));
  });
  const listing = createFileListing(workspace, documentEndings);
  const subscription = workspace.onDidChangeFile(({ uri, kind }) => {
    if (kind === "deleted") open.delete(uri);
  });

  return {
    parse: (document) => {
      const known = open.get(document.uri);
      if (known?.version === document.version && known.languageId === document.languageId) return known.parsed;
      const language = languageOfId(document.languageId) ?? languageOfFile(document.uri);
      const text = document.getText();
      const reader = known?.language === language ? known?.reader : language && createDocumentReader(language);
      const parsed = reader?.read(text, settings(document.uri));
      if (document.isClosed !== true) open.set(document.uri, { version: document.version, languageId: document.languageId, text, language, reader, parsed });
      return parsed;
    },
    load: files.get,
    forget: (uri) => {
      open.delete(uri);
      files.forget(uri);
    },
    count: () => open.size + files.count(),
    list: async (language) => (await listing.get()).filter((uri) => languageOfFile(uri) === language),
    all: async () => {
      const uris = new Set([...await listing.get(), ...open.keys()]);
      const found = await Promise.all([...uris].map(async (uri) => ({ uri, document: await files.get(uri) })));
      return found.filter((file): file is DocumentFile => file.document !== undefined);
    },
    clear: () => {
      open.clear();
      files.clear();
      listing.forget();
    },
    dispose: () => {
      [subscription, listing, files].forEach((part) => part.dispose());
      open.clear();
    },
  };
}
