import type { EntryFields } from "./entryFields";

/** BibLaTeX's words for types and states of publication (manual, 4.9.2.11 and 4.9.2.12). */
const words: ReadonlyMap<string, string> = new Map([
  ["phdthesis", "PhD thesis"], ["mathesis", "Master's thesis"], ["bathesis", "Bachelor's thesis"], ["candthesis", "Candidate thesis"], ["techreport", "technical report"],
  ["resreport", "research report"], ["software", "computer software"], ["datacd", "data CD"], ["audiocd", "audio CD"], ["patent", "patent"], ["patentde", "German patent"],
  ["patenteu", "European patent"], ["patentfr", "French patent"], ["patentuk", "British patent"], ["patentus", "U.S. patent"], ["patreq", "patent request"],
  ["patreqde", "German patent request"], ["patreqeu", "European patent request"], ["patreqfr", "French patent request"], ["patrequk", "British patent request"],
  ["patrequs", "U.S. patent request"],
]);

const states: ReadonlyMap<string, string> = new Map([
  ["inpreparation", "in preparation"], ["submitted", "submitted"], ["forthcoming", "forthcoming"], ["inpress", "in press"], ["prepublished", "pre-published"],
]);

/** Types of entry that say what kind of thesis it is. */
const theses: Readonly<Record<string, string>> = {
  phdthesis: "phdthesis", mastersthesis: "mathesis", masterthesis: "mathesis", mathesis: "mathesis", bachelorsthesis: "bathesis", bathesis: "bathesis", candthesis: "candthesis",
};

/** What kind of thing the source is, within its type. */
export function genreOf(fields: EntryFields): string | undefined {
  const type = fields.text("type") ?? (Object.hasOwn(theses, fields.entry.entryType) ? theses[fields.entry.entryType] : undefined);
  return type === undefined ? undefined : words.get(type) ?? type;
}

export function statusOf(fields: EntryFields): string | undefined {
  const state = fields.text("pubstate");
  return state === undefined ? undefined : states.get(state) ?? state;
}

/** BibLaTeX's word for a kind, where reading it gives the same kind again. */
export function genreWord(genre: string): string | undefined {
  return [...words].find(([, text]) => text === genre)?.[0];
}

export function statusWord(status: string): string | undefined {
  return [...states].find(([, text]) => text === status)?.[0];
}
