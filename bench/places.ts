/** Where things lie that are not in the checkout. */
interface Places {
  /** Holds the generated texts while a run lasts. */
  readonly texts: string;
  /** Holds the peers' `node_modules`; `undefined` where a run does without them. */
  readonly peers?: string;
  /** Nelson Beebe's tugboat.bib; `undefined` where there is none. */
  readonly tugboat?: string;
}

/** What `scripts/bench.mjs` found. */
export const places = JSON.parse(process.env["SOURCEBOOK_BENCH"] ?? "{}") as Places;
