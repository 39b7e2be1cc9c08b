import type { CutPiece } from "./cutCitations";
import type { Token } from "./markdownIt";

/** The type of tokens that stand for a citation, or for what of one stands on a further line. */
export const citationToken = "sourcebook_citation";

export interface PlacedPiece extends CutPiece {
  /** Links hold no links. */
  readonly isInLink: boolean;
}

export function pieceOf(token: Token | undefined): PlacedPiece | undefined {
  return token?.type === citationToken ? token.meta as PlacedPiece : undefined;
}
