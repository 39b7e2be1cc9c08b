import { benchArranging } from "./arranging";
import { benchCompleting } from "./completing";
import type { Corpus } from "./corpora";
import { benchEditing } from "./editing";
import { benchFormatting } from "./formatting";
import { benchGrowth } from "./growth";
import { benchLoading } from "./loading";
import { benchMemory } from "./memory";
import { benchPreviewing } from "./previewing";
import { benchReading } from "./reading";
import { benchSearching } from "./searching";

export interface Part {
  readonly name: string;
  readonly about: string;
  /** Those that say nothing of sizes have their own. */
  readonly run: (corpora: readonly Corpus[]) => void | Promise<void>;
}

/** What `npm run bench` measures, in the order of its report. */
export const parts: readonly Part[] = [
  { name: "reading", about: "the index of a .bib file, beside other readers", run: benchReading },
  { name: "growth", about: "how the time of every reader grows with the text", run: benchGrowth },
  { name: "memory", about: "what is kept beyond the text", run: benchMemory },
  { name: "loading", about: "starts, the first answer, and the longest stall of the host", run: benchLoading },
  { name: "searching", about: "three words, typing on, typos, beside other search engines", run: benchSearching },
  { name: "completing", about: "lists and hovers in a document with 5,000 citations", run: benchCompleting },
  { name: "editing", about: "from an edit of an open .bib file to the next list", run: benchEditing },
  { name: "arranging", about: "sorting and grouping for the Sources view", run: benchArranging },
  { name: "formatting", about: "references, and documents as they are written", run: benchFormatting },
  { name: "previewing", about: "from an edit to the preview that shows it", run: benchPreviewing },
];
