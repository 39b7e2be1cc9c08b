import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import { searchIndexOf } from "../library/searchIndex";
import type { CitationKey } from "../model/citation";
import type { Location } from "../model/location";
import type { CancellationToken, Pause, TextDocument, Uri, Workspace } from "../ports";
import { neverCancelled } from "../steps";
import { writtenKeyAt } from "./citedItems";
import { citationsOf } from "./findCitations";
import { entryAt, sourceIn } from "./keyOccurrence";
import { drawLibrary, type LibraryPicture } from "./sourcePage/libraryPicture";
import type { PageTarget } from "./sourcePage/pageTarget";
import { describeTarget, findPart, type SourcePage } from "./sourcePage/sourcePage";
import { CitationCounter } from "./sourcesTree/citationCounts";
import { defaultSourcesOptions, type SourcesOptions } from "./sourcesTree/options";
import { createSourcesTree, type SourcesTree } from "./sourcesTree/sourcesTree";

/** Looking through all sources. */
export interface Sources {
  /** The Sources view as it is now; without a document, of the whole workspace. `token` ends the work of all its rows. */
  readonly sources: (document?: TextDocument, options?: SourcesOptions, token?: CancellationToken) => Promise<SourcesTree>;
  /** Where the documents of the workspace cite a source, those of one document in order. */
  readonly citations: (source: Source) => Promise<readonly Location[]>;
  /** The source of a bibliography that has a key, whether or not anything has it in scope. */
  readonly sourceIn: (uri: Uri, key: CitationKey) => Promise<Source | undefined>;
  /** The source whose key stands at an offset of a document, or whose entry stands there in a bibliography. */
  readonly sourceAt: (document: TextDocument, offset: number) => Promise<SourceAtOffset | undefined>;
  /** What a page tells of a source or a library, without the slow part; `document` is the one that is written. */
  readonly sourcePage: (target: PageTarget, document?: TextDocument) => Promise<SourcePage>;
  /** The picture of a library that goes with it; `undefined` where there is no such library or nobody asks any more. */
  readonly libraryPicture: (uri: Uri, document?: TextDocument, token?: CancellationToken) => Promise<LibraryPicture | undefined>;
}

export interface SourceAtOffset {
  readonly key: CitationKey;
  /** None where the key is unknown. */
  readonly source: Source | undefined;
  readonly isEntry: boolean;
}

export interface SourcesContext {
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly pause: Pause;
}

export function createSources({ libraries, workspace, pause }: SourcesContext): Sources {
  const counter = new CitationCounter(libraries);
  return {
    sources: (document, options = defaultSourcesOptions, token = neverCancelled) =>
      createSourcesTree({ libraries, workspace, document, options, turns: { pause, token }, counter }),
    citations: async (source) => (await citationsOf(libraries, source)).map(({ uri, range }) => ({ uri, range })),
    sourceIn: (uri, key) => findSource(libraries, uri, key),
    sourceAt: (document, offset) => findSourceAt(libraries, document, offset),
    sourcePage: (target, document) => describeTarget(target, { libraries, workspace, document }),
    libraryPicture: async (uri, document, token = neverCancelled) => {
      const part = await findPart(libraries, uri, document);
      const counts = part && await counter.count({ pause, token });
      return part && counts && drawLibrary(part, counts, { pause, token });
    },
  };
}

async function findSource(libraries: Libraries, uri: Uri, key: CitationKey): Promise<Source | undefined> {
  const { library } = await libraries.of(undefined);
  const inWorkspace = library.definitions(key).find(({ part }) => part.uri === uri);
  if (inWorkspace !== undefined) return inWorkspace;
  const loaded = await libraries.bibliography(uri);
  const entry = loaded && searchIndexOf(loaded.bibliography).get(key);
  return entry && sourceIn(loaded, entry);
}

async function findSourceAt(libraries: Libraries, document: TextDocument, offset: number): Promise<SourceAtOffset | undefined> {
  const parsed = libraries.parse(document);
  if (parsed !== undefined) {
    const { library } = await libraries.of(document);
    const written = writtenKeyAt(parsed, library, offset);
    return written && { key: written.key, source: library.get(written.key), isEntry: false };
  }
  const loaded = await libraries.bibliography(document.uri);
  const entry = loaded && entryAt(loaded.bibliography, offset);
  return entry && { key: entry.key, source: sourceIn(loaded, entry), isEntry: true };
}
