import { benchArranging } from "./arranging";
import { benchDocuments, benchFormatting } from "./formatting";
import { benchLoading } from "./loading";
import { benchPreviewing } from "./previewing";
import { benchReading } from "./reading";
import { benchSearching } from "./searching";

/** `npm run bench -- 1000 20000` measures libraries of these sizes. */
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [48, 1000, 10_000, 100_000];

void (async () => {
  for (const size of sizes) {
    await benchReading(size);
    await benchLoading(size);
    benchSearching(size);
    benchArranging(size);
  }
  await benchFormatting();
  await benchDocuments();
  await benchPreviewing();
})();
