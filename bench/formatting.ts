import { parseBibtex } from "../src/core/bibliography/parseBibtex";
import { createReferenceEngine } from "../src/core/format/referenceEngine";
import { styleFiles } from "../test/support/styleFiles";
import { generateBibtex } from "./generate";
import { median, percentile } from "./measure";
import { reportHeading, reportTime } from "./report";

/** References in APA's style, the engine included in the first. */
export async function benchFormatting(): Promise<void> {
  reportHeading("Formatting (APA)");
  const { entries } = parseBibtex(generateBibtex(50));
  const engine = createReferenceEngine(styleFiles);
  const times: number[] = [];
  for (const entry of entries) {
    const start = performance.now();
    await engine.formatBibliography(await engine.toCslItems([entry]), { style: { id: "apa" } }, "text");
    times.push(performance.now() - start);
  }
  const [first = NaN, ...further] = times;
  reportTime("first reference, engine included", first);
  reportTime("each further reference, p50", median(further));
  reportTime("each further reference, p95", percentile(further, 0.95));
}
