import type { CslItem } from "../../model/cslItem";
import type { SourcesFilter } from "../sourcesTree/options";
import type { LibraryPicture } from "./libraryPicture";
import type { SourcePage } from "./sourcePage";

/** A source in one style, or why not. */
export interface StyledReference {
  /** What the style is called. */
  readonly style: string;
  /** How it cites the source, as the engine writes HTML. */
  readonly citation: string;
  readonly reference: string;
  readonly text: string;
  readonly failure?: string;
}

/** Everything that a page shows, as far as it is known yet. */
export interface PageView {
  readonly page: SourcePage;
  /** The first is in the style of the document. */
  readonly references?: readonly StyledReference[];
  readonly item?: CslItem;
  readonly picture?: LibraryPicture;
  /** What the Sources view shows only. */
  readonly filter: SourcesFilter;
  readonly isPinned: boolean;
}
