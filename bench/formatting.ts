import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { createReferenceEngine } from "../src/core/format/referenceEngine";
import type { CitationToFormat } from "../src/core/ports";
import { styleFiles } from "../test/support/styleFiles";
import { generateBibtex } from "./generate";
import { median, percentile, timeOfAnswer } from "./measure";
import { reportHeading, reportTime } from "./report";

export async function benchFormatting(): Promise<void> {
  await benchReferences();
  await benchDocuments();
}

/** References in APA's style, the engine included in the first. */
async function benchReferences(): Promise<void> {
  reportHeading("References, one by one (APA)");
  const { entries } = parseBibtex(generateBibtex(50));
  const engine = createReferenceEngine(styleFiles);
  const times: number[] = [];
  for (const entry of entries) {
    times.push(await timeOfAnswer(async () => engine.formatBibliography(await engine.toCslItems([entry]), { style: { id: "apa" } }, "text")));
  }
  const [first = NaN, ...further] = times;
  reportTime("first reference, engine included", first);
  reportTime("each further reference, p50", median(further));
  reportTime("each further reference, p95", percentile(further, 0.95));
}

/** A document of 200 citations as it is written: formatted once, then after each edit. */
async function benchDocuments(): Promise<void> {
  const items = await createReferenceEngine(styleFiles).toCslItems(parseBibtex(generateBibtex(150)).entries);
  const keys = items.map(({ id }) => id);
  for (const id of ["apa", "ieee", "chicago-fullnote-bibliography"]) {
    reportHeading(`A document of 200 citations (${id})`);
    const engine = createReferenceEngine(styleFiles);
    const cite = (number: number): CitationToFormat => ({ citationItems: [{ key: keys[number % keys.length] ?? "", mode: "normal", prefix: "", suffix: "" }] });
    let citations: readonly CitationToFormat[] = Array.from({ length: 200 }, (_, index) => cite(index * 7));
    const times: number[] = [];
    for (let edit = 0; edit <= 20; edit++) {
      const document = { citations, items };
      times.push(await timeOfAnswer(() => engine.formatDocument(document, { style: { id } }, "html")));
      citations = edit % 2 === 0 ? citations.toSpliced(edit * 9, 0, cite(edit)) : citations.toSpliced(edit * 9, 1);
    }
    const [first = NaN, ...edits] = times;
    reportTime("first time, engine included", first);
    reportTime("after a citation came or went, p50", median(edits));
    reportTime("after a citation came or went, p95", percentile(edits, 0.95));
  }
}
