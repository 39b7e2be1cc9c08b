import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { inflateRawSync } from "node:zlib";

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
  cli: ["buffer", "node:fs", "node:fs/promises", "node:os", "node:path", "node:url", "node:util", "node:v8", "node:zlib", "process"],
};

/** What makes connections in browsers and in Node. */
const connections = /\b(?:fetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)/g;
/** The CSL processor could read a style so, from an address that holds it, where a host has no parser of XML. It is given styles that are parsed. */
const dataAddress = /typeof XMLHttpRequest<"u"\)\{var (\w+)=new XMLHttpRequest;return (\w+)\|\|\(\2="text\/xml"\),\1\.open\("GET","data:"/g;

/** What makes code of text. */
const evaluations = /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g;
/** In a host without threads the extension runs its own second bundle so, and nothing else. */
const mostEvaluations: Readonly<Record<string, number>> = { extension: 1, references: 0, cli: 0 };

/** Folders that only the machine has on which the package was made. */
const foldersOfMachines = new RegExp(["/(?:home|Users|root|tmp|work|mnt)/[\\w.-]+/", "[A-Z]:\\\\+Users", literally(process.cwd()), ...homedir().length > 1 ? [`${literally(homedir())}/`] : []].join("|"));

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

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
    assert.ok(zip.equals(readFileSync(process.env["SOURCEBOOK_VSIX_AGAIN"] ?? "")), "two builds give the same bytes");
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

  for (const [bundle, most] of Object.entries(mostEvaluations)) {
    it(`makes no code of text: ${bundle}`, () => assert.equal(readFileSync(`dist/${bundle}.js`, "utf8").match(evaluations)?.length ?? 0, most));
  }

  it("tells nothing of the machine that it was made on, and has no maps of sources", () => {
    for (const [name, { content }] of entries) {
      if (/\.(?:png|bin)$/.test(name)) continue;
      assert.doesNotMatch(content().toString("utf8"), foldersOfMachines, name);
      if (name.endsWith(".js")) assert.doesNotMatch(content().toString("utf8"), /sourceMappingURL/, name);
    }
  });

  it("asks for no scripts when its packages are installed", () => {
    assert.match(readFileSync(".npmrc", "utf8"), /^ignore-scripts=true$/m);
    assert.deepEqual(Object.entries(lock.packages).filter(([, { hasInstallScript, dev, optional }]) => hasInstallScript === true && dev !== true && optional !== true).map(([name]) => name), []);
  });

  it("is made of the packages that the manifest names, in versions that are locked", () => {
    const { "": own } = lock.packages;
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Pick<LockedPackage, "dependencies" | "devDependencies">;
    assert.deepEqual([own?.dependencies, own?.devDependencies], [dependencies, devDependencies], "npm install brings package-lock.json up to date");
    const bundled = new Set(["extension", "references", "cli"].flatMap(packagesIn));
    assert.deepEqual(Object.keys(dependencies ?? {}).filter((name) => !bundled.has(name)), [], "what is in no bundle is no dependency");
    for (const [name, { version, integrity }] of Object.entries(lock.packages)) if (name !== "") assert.ok(version !== undefined && integrity !== undefined, name);
  });

  it("says in ARCHITECTURE.md why each package in its bundles is there, under which licence, and how large it is", () => {
    const rows = dependencyRows();
    const extension = sizesIn("extension");
    const references = sizesIn("references");
    const bundled = new Set(["extension", "references", "cli"].flatMap(packagesIn));
    assert.deepEqual([...bundled].filter((name) => !rows.some(({ names }) => names.includes(name))), []);
    for (const { names, reason, licence, sizes } of rows.filter((row) => row.names.some((name) => bundled.has(name)))) {
      assert.ok(reason.length > 10, names.join());
      for (const name of names) assert.ok(licence.startsWith(firstLicenceOf(name)), `${name}: ${licence}`);
      for (const [index, bundle] of [extension, references].entries()) {
        const kilobytes = names.reduce((sum, name) => sum + (bundle.get(name) ?? 0), 0) / 1000;
        assert.ok(Math.abs(kilobytes - (sizes[index] ?? 0)) <= Math.max(1, kilobytes / 20), `${names.join(", ")} has ${kilobytes.toFixed(0)} KB in bundle ${index}`);
      }
    }
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
  const names = inputsOf(bundle).map(([path, { bytesInOutput }]) => bytesInOutput === 0 ? undefined : packageOf(path));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function inputsOf(bundle: string): readonly (readonly [path: string, input: { readonly bytesInOutput: number }])[] {
  const { outputs } = JSON.parse(readFileSync(`out/meta/${bundle}.json`, "utf8")) as Metafile;
  return Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
}

function packageOf(path: string): string | undefined {
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
}

function sizesIn(bundle: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of inputsOf(bundle)) {
    const name = packageOf(path);
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  return sizes;
}

interface DependencyRow {
  readonly names: readonly string[];
  readonly reason: string;
  readonly licence: string;
  /** KB in the extension and in the slow part. */
  readonly sizes: readonly number[];
}

/** The table of ARCHITECTURE.md, without what is used at build time alone. */
function dependencyRows(): readonly DependencyRow[] {
  const [, table = ""] = /^## Dependencies\n([^]*?)^## /m.exec(readFileSync("ARCHITECTURE.md", "utf8")) ?? [];
  const rows = [...table.matchAll(/^\| (`.*?) \| (.*?) \| (.*?) \| (\d+|–) \/ (\d+|–) \|$/gm)];
  assert.ok(rows.length > 4, "the table is there");
  return rows.map(([, names = "", reason = "", licence = "", ...sizes]) => {
    const [first = "", ...others] = [...names.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    // the others of a row are in the scope of the first
    return { names: [first, ...others.map((name) => `${first.replace(/\/.*/, "")}/${name}`)], reason, licence, sizes: sizes.map((size) => size === "–" ? 0 : Number(size)) };
  });
}

/** Of a choice the first one, as people write it. */
function firstLicenceOf(name: string): string {
  const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { readonly license: string };
  return (/[\w.-]+/.exec(license)?.[0] ?? license).replace(/-(?=\d)/, " ");
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Readonly<Record<string, LockedPackage>> };

interface ZipEntry {
  /** Unpacked. */
  readonly size: number;
  /** As MS-DOS writes time and date. */
  readonly date: number;
  readonly content: () => Buffer;
}

/** What a ZIP file's central directory says (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function entriesInZip(zip: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert.ok(end >= 0, "the package is a ZIP file");
  const entries = new Map<string, ZipEntry>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number];
    entries.set(zip.toString("utf8", at + 46, at + 46 + name), { size: zip.readUInt32LE(at + 24), date: zip.readUInt32LE(at + 12), content: contentOf(zip, at) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The content of the entry that the central directory tells of at a place (PKWARE APPNOTE 4.3.7). */
function contentOf(zip: Buffer, at: number): () => Buffer {
  const [method, packed, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)] as const;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return () => {
    const bytes = zip.subarray(start, start + packed);
    return method === 0 ? bytes : inflateRawSync(bytes);
  };
}
