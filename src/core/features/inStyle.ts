import type { SettingsOf } from "../library/folderSettings";
import type { Libraries } from "../library/libraries";
import type { ReferenceEngine, ReferenceStyle, TextDocument, Workspace } from "../ports";
import { chooseStyle, type StyleChoice } from "./referenceStyle";

export interface StyleOptions {
  readonly workspace: Workspace;
  readonly libraries: Pick<Libraries, "settingsOf">;
  readonly settings: SettingsOf;
}

/** The styles for a document, or those of the settings without one. */
export type StyleOf = (document: TextDocument | undefined) => Promise<StyleChoice>;

export function createStyleOf({ workspace, libraries, settings }: StyleOptions): StyleOf {
  return async (document) => chooseStyle(document?.uri, document === undefined ? [] : await libraries.settingsOf(document), settings(document?.uri), workspace);
}

/** What came of formatting, and why it is not in the style that is wanted, where it is not. */
export interface Styled<T> {
  readonly result: T;
  readonly styleProblem?: string;
}

/** Formats in the style of a document (that of the settings without one); where that is not to be had, in the next best one. */
export type InStyle = <T>(document: TextDocument | undefined, run: (engine: ReferenceEngine, style: ReferenceStyle) => Promise<T>) => Promise<Styled<T>>;

export function createInStyle(styleOf: StyleOf, engine: () => Promise<ReferenceEngine>): InStyle {
  return async <T>(document: TextDocument | undefined, run: (engine: ReferenceEngine, style: ReferenceStyle) => Promise<T>): Promise<Styled<T>> => {
    const [loaded, { styles, isGuess, ...choice }] = await Promise.all([engine(), styleOf(document)]);
    let { problem } = choice;
    let failure: unknown;
    for (const style of styles) {
      try {
        return { result: await run(loaded, style), ...problem !== undefined && !isGuess && { styleProblem: problem } };
      } catch (error) {
        if (!isStyleError(error)) throw error;
        failure ??= error;
        problem ??= error.message;
      }
    }
    throw failure;
  };
}

/** What the engine rejects with where a style is to blame; told by name, as the engine is loaded later. */
const styleErrors: readonly string[] = ["UnknownStyleError", "BrokenStyleError"];

function isStyleError(error: unknown): error is Error {
  return error instanceof Error && styleErrors.includes(error.name);
}
