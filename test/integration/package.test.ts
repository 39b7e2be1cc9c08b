import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** What the package must hold, in the names that packing gives. */
const needed = [
  "extension/package.json", "extension/package.nls.json", "extension/readme.md", "extension/changelog.md", "extension/LICENSE.txt",
  "extension/THIRD-PARTY-NOTICES.md", "extension/dist/extension.js", "extension/dist/references.js", "extension/dist/cli.js",
  "extension/data/README.md", "extension/data/corpus.json", "extension/data/corpus.bib", "extension/data/sample/paper.md", "extension/data/sample/paper.tex",
  "extension/data/styles/index.json", "extension/data/styles/styles.bin",
  "extension/l10n/bundle.l10n.json", "extension/l10n/bundle.l10n.ru.json", "extension/package.nls.ru.json", "extension/media/icon.png", "extension/media/preview.css", "extension/media/sourcePage.css", "extension/media/sourcePage.js", "extension/media/sourcebook.svg",
];

/** What more it may hold. */
const allowed = [
  /^\[Content_Types\]\.xml$/, /^extension\.vsixmanifest$/, /^extension\/data\/[\w/-]+\.(?:csl|xml|json)$/, /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/, /^extension\/package\.nls\.[\w-]+\.json$/, /^extension\/media\/walkthrough\/\w+\.(?:light|dark)\.png$/,
];

/** What activation may load at most, and what the package may hold, packed. */
const mostBytesAtActivation = 1_000_000;
const mostBytes = 6_000_000;

/** The modules that each bundle asks its host for: none that reaches the network or starts a program. */
const modules: Readonly<Record<string, readonly string[]>> = {
  extension: ["node:worker_threads", "vscode"],
  references: [],
  cli: ["buffer", "node:fs", "node:fs/promises", "node:os", "node:path", "node:url", "node:util", "node:zlib", "process"],
};

/** What makes connections in browsers and in Node. */
const connections = /\b(?:fetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)/g;
/** The CSL processor could read a style so, from an address that holds it, where a host has no parser of XML. It is given styles that are parsed. */
const dataAddress = /typeof XMLHttpRequest<"u"\)\{var (\w+)=new XMLHttpRequest;return (\w+)\|\|\(\2="text\/xml"\),\1\.open\("GET","data:"/g;

describe("package", () => {
  const zip = readFileSync(process.env["SOURCEBOOK_VSIX"] ?? "");
  const entries = entriesInZip(zip);
  const files = [...entries.keys()];

  it("holds what the extension needs", () => {
    assert.deepEqual(needed.filter((name) => !files.includes(name)), []);
  });

  it("holds nothing else: no sources, tests or tools", () => {
    assert.deepEqual(files.filter((name) => !needed.includes(name) && !allowed.some((pattern) => pattern.test(name))), []);
  });

  it("activation loads little, and nothing of the slow part", () => {
    assert.ok((entries.get("extension/dist/extension.js")?.size ?? Infinity) < mostBytesAtActivation);
    assert.deepEqual(packagesIn("extension").filter((name) => name.startsWith("@citation-js/") || name === "citeproc"), []);
  });

  it("is small", () => assert.ok(zip.length < mostBytes, `${zip.length} bytes`));

  it("is the same whenever it is made of the same files", () => {
    assert.equal(new Set([...entries.values()].map(({ date }) => date)).size, 1);
    assert.deepEqual(files, files.toSorted((a, b) => a.localeCompare(b)));
  });

  for (const [bundle, asked] of Object.entries(modules)) {
    it(`makes no connections: ${bundle}`, () => {
      const code = readFileSync(`dist/${bundle}.js`, "utf8");
      assert.deepEqual([...new Set([...code.matchAll(/\brequire\("([^"]+)"\)|\bimport\("([^"]+)"\)/g)].map(([, required, imported]) => required ?? imported))].sort(), asked);
      assert.deepEqual(code.replace(dataAddress, "").match(connections), null);
    });
  }

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

interface ZipEntry {
  /** Unpacked. */
  readonly size: number;
  /** As MS-DOS writes time and date. */
  readonly date: number;
}

/** What a ZIP file's central directory says (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function entriesInZip(zip: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert.ok(end >= 0, "the package is a ZIP file");
  const entries = new Map<string, ZipEntry>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number];
    entries.set(zip.toString("utf8", at + 46, at + 46 + name), { size: zip.readUInt32LE(at + 24), date: zip.readUInt32LE(at + 12) });
    at += 46 + name + extra + comment;
  }
  return entries;
}
