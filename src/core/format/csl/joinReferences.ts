import { mergeRuns } from "../markup/mergeRuns";
import type { Reference } from "../markup/reference";

/** Citations of several authors in the running text stand in one another's company. */
export function joinReferences(references: readonly Reference[], separator: string): Reference {
  const runs = references.filter((reference) => reference.length > 0).flatMap((reference, index) => [
    ...index === 0 ? [] : [{ text: separator, style: {} }],
    ...reference.flatMap((block) => block.runs),
  ]);
  return runs.length === 0 ? [] : [{ display: "inline", runs: mergeRuns(runs) }];
}

export function inParentheses(reference: Reference): Reference {
  const runs = reference.flatMap((block) => block.runs);
  return runs.length === 0 ? [] : [{ display: "inline", runs: mergeRuns([{ text: "(", style: {} }, ...runs, { text: ")", style: {} }]) }];
}

/** A note begins as a sentence does. */
export function startNote(reference: Reference): Reference {
  const [block, ...blocks] = reference;
  const [run, ...runs] = block?.runs ?? [];
  if (block === undefined || run === undefined) return reference;
  const text = run.text.replace(/^(\P{L}{0,999})(\p{L})/u, (_whole, before: string, letter: string) => before + letter.toUpperCase());
  return [{ ...block, runs: [{ ...run, text }, ...runs] }, ...blocks];
}
