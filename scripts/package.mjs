// Builds the extension and packs it as sourcebook-<version>.vsix in the checkout.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main } from "./lib/ending.mjs";
import { root } from "./lib/project.mjs";
import { makeVsix } from "./lib/vsix.mjs";

await main(async () => {
  await ensureDependencies();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = join(root, `sourcebook-${version}.vsix`);
  await makeVsix(path);
  console.log(`${path} (${Math.ceil(statSync(path).size / 1000)} KB)`);
});
