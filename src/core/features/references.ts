import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import type { CslItem } from "../model/cslItem";
import type { Settings } from "../model/settings";
import type { ReferenceEngine, ReferenceFormat, ReferenceStyle, TextDocument, Workspace } from "../ports";
import { addToBibliography, type Addition, type AdditionRefusal } from "./addToBibliography";
import { referenceStyleFor } from "./referenceStyle";

/** What the slow part answers, for sources as libraries hold them. */
export interface References {
  /** CSL-JSON of sources, in their order. */
  readonly items: (sources: readonly Source[]) => Promise<readonly CslItem[]>;
  /** The formatted reference of one source in the style of `document`. */
  readonly reference: (source: Source, format: ReferenceFormat, document?: TextDocument) => Promise<string>;
  /** The edits that add sources to the document's own bibliography, in that file's format. */
  readonly addToBibliography: (document: TextDocument, sources: readonly Source[]) => Promise<Addition | AdditionRefusal>;
}

export interface ReferencesOptions {
  readonly workspace: Workspace;
  readonly libraries: Libraries;
  readonly settings: () => Settings;
  readonly loadEngine: () => Promise<ReferenceEngine>;
}

export function createReferences({ workspace, libraries, settings, loadEngine }: ReferencesOptions): References {
  const engine = onceLoaded(loadEngine);

  const styleFor = async (document: TextDocument | undefined): Promise<ReferenceStyle> => {
    const own = document && libraries.parse(document)?.settings;
    const project = document === undefined ? [] : await libraries.projectSettings(document.uri);
    return referenceStyleFor(document?.uri, [...own === undefined ? [] : [own], ...project], settings(), workspace);
  };

  const items: References["items"] = async (sources) => (await engine()).toCslItems(sources.map(({ entry }) => entry));

  return {
    items,
    reference: async (source, format, document) => {
      const [{ formatBibliography }, [item], style] = await Promise.all([engine(), items([source]), styleFor(document)]);
      if (item === undefined) return "";
      const [reference] = await formatBibliography([item], style, format);
      return reference?.text ?? "";
    },
    addToBibliography: (document, sources) =>
      addToBibliography(document, sources, { libraries, items, convert: async (converted, target) => (await engine()).convert(converted, target) }),
  };
}

/** Loads on first use, and again after it failed. */
function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    const pending = loading ?? load();
    pending.catch(() => {
      if (loading === pending) loading = undefined;
    });
    return loading = pending;
  };
}
