import { SKIP_WORDS } from "citeproc";

/** The words that stay small in titles (CSL specification 1.0.2, “Title case conversion”); the processor's own list is longer. */
const stopWords: readonly string[] = [
  "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet",
];

SKIP_WORDS.splice(0, SKIP_WORDS.length, ...stopWords);
