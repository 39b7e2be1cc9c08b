import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** What the package must hold, in the names that packing gives. */
const needed = [
  "extension/package.json", "extension/package.nls.json", "extension/readme.md", "extension/changelog.md", "extension/LICENSE.txt",
  "extension/THIRD-PARTY-NOTICES.md", "extension/dist/extension.js", "extension/dist/references.js", "extension/dist/cli.js",
  "extension/data/sample/paper.md", "extension/data/sample/paper.tex", "extension/l10n/bundle.l10n.json", "extension/media/icon.png", "extension/media/sourcebook.svg",
];

/** What more it may hold. */
const allowed = [
  /^\[Content_Types\]\.xml$/, /^extension\.vsixmanifest$/, /^extension\/data\//, /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/, /^extension\/package\.nls\.[\w-]+\.json$/,
];

describe("package", () => {
  const path = process.env["SOURCEBOOK_VSIX"] ?? "";
  const files = namesInZip(readFileSync(path));

  it("holds what the extension needs", () => {
    assert.deepEqual(needed.filter((name) => !files.includes(name)), []);
  });

  it("holds nothing else", () => {
    assert.deepEqual(files.filter((name) => !needed.includes(name) && !allowed.some((pattern) => pattern.test(name))), []);
  });
});

/** The names in a ZIP file's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function namesInZip(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert.ok(end >= 0, "the package is a ZIP file");
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number];
    names.push(zip.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}
