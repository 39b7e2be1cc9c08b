import type { StyleSample } from "../core/features/references";
import { shorten } from "../core/features/labels";
import { plainLine, rowLine } from "../core/text/escape";

/** A row has about as many letters; each reference gets its share, so that the beginnings of all are seen. */
const longestRow = 66;

/** Longer references say no more of a style. */
const longestReference = 220;

/** A sample as one row. */
export function sampleRow(sample: StyleSample | undefined): string {
  return parts(sample, Math.floor(longestRow / Math.max(1, sample?.references.length ?? 0))).map(rowLine).join("  ·  ");
}

/** A sample where there is room for it: the citation, then the references. */
export function sampleParts(sample: StyleSample | undefined): readonly string[] {
  return parts(sample, longestReference);
}

function parts(sample: StyleSample | undefined, longest: number): readonly string[] {
  const { citation = "", references = [] } = sample ?? {};
  return [citation, ...references.map((text) => shorten(plainLine(text), longest))].filter((text) => text !== "");
}
