import type { CitationKey } from "../../model/citation";
import type { Location } from "../../model/location";
import type { Uri } from "../../ports";
import type { SourcesFilter } from "../sourcesTree/options";

/** Commands of the product that a page offers for its source. */
export type PageCommand = "insertCitation" | "copyCitation" | "findCitations" | "addToBibliography" | "revealInView";

/** What a control of a page does. A page names its actions by number, so that nothing it sends back needs to be trusted. */
export type PageAction =
  | { readonly kind: "goTo"; readonly place: Location }
  | { readonly kind: "openAddress"; readonly address: string }
  | { readonly kind: "openFile"; readonly uri: Uri }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "command"; readonly command: PageCommand }
  /** Another page in the place of this one; without a key that of the library. */
  | { readonly kind: "show"; readonly uri: Uri; readonly key?: CitationKey }
  /** Shows only these sources in the Sources view. */
  | { readonly kind: "filter"; readonly filter: Partial<SourcesFilter> }
  /** Lets the writer choose the style of a reference: 0 is that of the document. */
  | { readonly kind: "chooseStyle"; readonly index: number }
  | { readonly kind: "pin"; readonly isPinned: boolean };

/** The actions of one state of a page, by their numbers. */
export class PageActions {
  readonly #actions: PageAction[] = [];

  add(action: PageAction): number {
    return this.#actions.push(action) - 1;
  }

  at(number: number): PageAction | undefined {
    return this.#actions[number];
  }
}

/** What a page says: that it is there and wants to be filled, or that a control was used. */
export type PageMessage =
  | { readonly command: "ready" }
  /** `revision` tells which state of the page `action` belongs to. */
  | { readonly command: "act"; readonly revision: number; readonly action: number };

/** A message as a page sent it; `undefined` for anything that is not exactly one. */
export function checkPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { command, revision, action } = message as Readonly<Record<string, unknown>>;
  if (command === "ready") return { command };
  return command === "act" && isCount(revision) && isCount(action) ? { command, revision, action } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
