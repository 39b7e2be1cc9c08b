// Collects the strings of the source that can be translated into l10n/bundle.l10n.json.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const strings = readdirSync(resolve(root, "src/vscode"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [...readFileSync(resolve(root, "src/vscode", path), "utf8").matchAll(/l10n\.t\(("(?:[^"\\]|\\.)*")/g)])
  .map((match) => JSON.parse(match[1]));

const bundle = Object.fromEntries([...new Set(strings)].sort().map((string) => [string, string]));
writeFileSync(resolve(root, "l10n/bundle.l10n.json"), `${JSON.stringify(bundle, null, 2)}\n`);
