import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** What the package must hold, in the names that packing gives. */
const needed = [
  "extension/package.json", "extension/package.nls.json", "extension/readme.md", "extension/changelog.md", "extension/LICENSE.txt",
  "extension/THIRD-PARTY-NOTICES.md", "extension/dist/extension.js", "extension/dist/references.js", "extension/dist/cli.js",
  "extension/data/README.md", "extension/data/corpus.json", "extension/data/corpus.bib", "extension/data/sample/paper.md", "extension/data/sample/paper.tex",
  "extension/data/styles/index.json", "extension/data/styles/styles.bin",
  "extension/l10n/bundle.l10n.json", "extension/media/icon.png", "extension/media/preview.css", "extension/media/sourcebook.svg",
];

/** What more it may hold. */
const allowed = [
  /^\[Content_Types\]\.xml$/, /^extension\.vsixmanifest$/, /^extension\/data\/[\w/-]+\.(?:csl|xml|json)$/, /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/, /^extension\/package\.nls\.[\w-]+\.json$/,
];

/** What activation may load at most. */
const mostBytesAtActivation = 1_000_000;

describe("package", () => {
  const sizes = sizesInZip(readFileSync(process.env["SOURCEBOOK_VSIX"] ?? ""));
  const files = [...sizes.keys()];

  it("holds what the extension needs", () => {
    assert.deepEqual(needed.filter((name) => !files.includes(name)), []);
  });

  it("holds nothing else: no sources, tests or tools", () => {
    assert.deepEqual(files.filter((name) => !needed.includes(name) && !allowed.some((pattern) => pattern.test(name))), []);
  });

  it("activation loads little, and nothing of the slow part", () => {
    assert.ok((sizes.get("extension/dist/extension.js") ?? Infinity) < mostBytesAtActivation);
    assert.deepEqual(packagesIn("extension").filter((name) => name.startsWith("@citation-js/") || name === "citeproc"), []);
  });

  it("names the licence of every package in its bundles, and of no other", () => {
    const named = [...readFileSync("THIRD-PARTY-NOTICES.md", "utf8").matchAll(/^## (\S+) \d/gm)].map((match) => match[1] ?? "");
    const bundled = new Set(["extension", "references", "cli"].flatMap(packagesIn));
    assert.deepEqual([...new Set(named)].sort(), [...bundled].sort(), "npm run notices makes the file anew");
  });
});

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

/** The packages that have left something in a bundle. */
function packagesIn(bundle: string): readonly string[] {
  const { outputs } = JSON.parse(readFileSync(`out/meta/${bundle}.json`, "utf8")) as Metafile;
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const names = inputs.map(([path, { bytesInOutput }]) => bytesInOutput === 0 ? undefined : /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Names and unpacked sizes in a ZIP file's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function sizesInZip(zip: Buffer): ReadonlyMap<string, number> {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert.ok(end >= 0, "the package is a ZIP file");
  const sizes = new Map<string, number>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number];
    sizes.set(zip.toString("utf8", at + 46, at + 46 + name), zip.readUInt32LE(at + 24));
    at += 46 + name + extra + comment;
  }
  return sizes;
}
