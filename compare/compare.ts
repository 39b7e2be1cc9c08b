import { writeFileSync } from "node:fs";
import { agreementPath, makeAgreement } from "./agreement";
import { citationCases, comparedStyles, listCases, type Case } from "./cases";
import { reasonsOf, type Difference } from "./differences";
import { pandocVersion, printByPandoc } from "./pandoc";
import { printHere, styleForPandoc } from "./sourcebook";

/**
 * `npm run compare -- [--all] [--agreement] [STYLE]...`: `--all` prints differences that have a reason, too; `--agreement` writes anew what the
 * unit tests hold.
 */
const args = process.argv.slice(2);
const styles = args.filter((arg) => !arg.startsWith("--"));

interface Count {
  equal: number;
  all: number;
}

class Comparison {
  readonly #reasons = new Map<string, number>();
  #unexplained = 0;

  constructor(readonly isPrintingAll: boolean) {}

  async compare(style: string): Promise<void> {
    const counts = { references: { equal: 0, all: 0 }, citations: { equal: 0, all: 0 } };
    for (const one of [...listCases(), ...citationCases(style)]) {
      for (const difference of await differencesIn(style, one, counts)) this.#add(difference);
    }
    const { references, citations } = counts;
    console.log(`${style}: ${references.equal} of ${references.all} references, ${citations.equal} of ${citations.all} citations are equal`);
  }

  /** Whether all differences have a reason. */
  report(): boolean {
    console.log("\nDifferences by their reasons (docs/DIFFERENCES.md):");
    for (const [name, count] of [...this.#reasons].sort((a, b) => b[1] - a[1])) console.log(`  ${String(count).padStart(4)}  ${name}`);
    console.log(`  ${String(this.#unexplained).padStart(4)}  without a reason`);
    return this.#unexplained === 0;
  }

  #add(difference: Difference): void {
    const found = reasonsOf(difference);
    if (found.length === 0) this.#unexplained++;
    for (const reason of found) this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    if (found.length > 0 && !this.isPrintingAll) return;
    console.log(`  ${found.join(" + ") || "NO REASON"}: ${difference.kind}, ${difference.name}\n    Pandoc     ${difference.pandoc}\n    Sourcebook ${difference.own}`);
  }
}

async function differencesIn(style: string, { text, items }: Case, counts: { readonly references: Count; readonly citations: Count }): Promise<readonly Difference[]> {
  const theirs = printByPandoc(text, items, await styleForPandoc(style, text));
  const ours = await printHere(text, items, style);
  const byKey = new Map(theirs.references);
  const pairs = [
    ...ours.citations.map((own, index) => ({ kind: "citations" as const, name: ours.written[index] ?? "", own, pandoc: theirs.citations[index] ?? "" })),
    ...ours.references.map(([name, own]) => ({ kind: "references" as const, name, own, pandoc: byKey.get(name) ?? "" })),
  ].filter(({ own, pandoc }) => own !== "" || pandoc !== "");
  for (const { kind, own, pandoc } of pairs) {
    counts[kind].all++;
    if (own === pandoc) counts[kind].equal++;
  }
  const [ownOrder = "", order = ""] = [ours.references, theirs.references].map((list) => list.map(([key]) => key).join(" "));
  return [
    ...pairs.filter(({ own, pandoc }) => own !== pandoc).map((pair) => ({ style, ...pair })),
    ...ownOrder === order ? [] : [{ style, kind: "order" as const, name: "list of references", own: ownOrder, pandoc: order }],
  ];
}

void (async () => {
  const version = pandocVersion();
  if (version === undefined) {
    console.error("This needs Pandoc (https://pandoc.org) on the path.");
    process.exitCode = 2;
    return;
  }
  if (args.includes("--agreement")) {
    writeFileSync(agreementPath, `${JSON.stringify(await makeAgreement(version), undefined, 1)}\n`);
    return;
  }
  console.log(`Compared with ${version}`);
  const comparison = new Comparison(args.includes("--all"));
  for (const style of styles.length > 0 ? styles : comparedStyles) await comparison.compare(style);
  if (!comparison.report()) process.exitCode = 1;
})();
