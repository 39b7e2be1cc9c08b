// Packs styles and locales into data/styles/. src/core/format/csl/styleFiles.ts reads what is written here.
//
// Styles have most of their macros from one another. Each macro (or other child of a style) is a piece, kept once; a style is a list of
// pieces. Pieces lie in chunks that are compressed one by one, so that a style costs a few of them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { readCslPackage, toXml } from "./cslPackage.mjs";
import { root } from "./project.mjs";

/** @import { XmlNode } from "./cslPackage.mjs" */

/** Larger chunks take less room in all, and longer to read. */
const chunkLength = 64 * 1024;

/** Pieces that are worth laying styles side by side for. */
const longPiece = 200;

export const stylesFolder = join(root, "data/styles");
export const dependentsFile = join(root, "scripts/styles/dependents.tsv");

/** Makes the files where they are missing. */
export async function ensureStyleFiles() {
  if (!["index.json", "styles.bin"].every((name) => existsSync(join(stylesFolder, name)))) await makeStyleFiles();
}

/** @returns {Promise<{ styles: number, dependents: number, locales: number, bytes: number }>} */
export async function makeStyleFiles() {
  const { styles, titles, locales } = await readCslPackage();
  const dependents = readDependents().filter(({ id, parent }) => !styles.has(id) && styles.has(parent));
  const bin = new BinWriter();
  const { chunks, recipes } = writePieces(new Map([...styles].map(([id, style]) => [id, piecesOf(style)])), bin);
  const ids = [...styles.keys()];
  const index = {
    chunks,
    recipes: bin.add(JSON.stringify(ids.map((id) => recipes.get(id)))),
    locales: Object.fromEntries([...locales].map(([tag, locale]) => [tag, bin.add(localeXml(locale))])),
    styles: [...styles].map(([id, style]) => [id, titles.get(id) ?? titleFromId(id), ...categoriesOf(style), style.a?.["default-locale"] ?? ""]),
    dependents: dependents.map(({ id, parent, locale, fields, title }) => [id, title, ids.indexOf(parent), fields, locale]),
  };
  mkdirSync(stylesFolder, { recursive: true });
  writeFileSync(join(stylesFolder, "styles.bin"), bin.bytes());
  writeFileSync(join(stylesFolder, "index.json"), indexJson(index));
  return { styles: styles.size, dependents: dependents.length, locales: locales.size, bytes: bin.length };
}

class BinWriter {
  /** @type {Buffer[]} */
  #parts = [];
  length = 0;

  /**
   * @param {string} text
   * @returns {readonly [offset: number, length: number]}
   */
  add(text) {
    const part = deflateSync(text, { level: 9 });
    const place = /** @type {const} */ ([this.length, part.length]);
    this.#parts.push(part);
    this.length += part.length;
    return place;
  }

  bytes() {
    return Buffer.concat(this.#parts);
  }
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} styles
 * @param {BinWriter} bin
 */
function writePieces(styles, bin) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  for (const id of byLikeness(styles)) {
    for (const piece of styles.get(id) ?? []) if (!numbers.has(piece)) numbers.set(piece, numbers.size);
  }
  /** @type {(readonly [firstPiece: number, offset: number, length: number])[]} */
  const chunks = [];
  const pieces = [...numbers.keys()];
  for (let first = 0, next = 0; first < pieces.length; first = next) {
    for (let length = 0; next < pieces.length && length <= chunkLength; next++) length += pieces[next]?.length ?? 0;
    chunks.push([first, ...bin.add(pieces.slice(first, next).join("\n"))]);
  }
  const recipes = new Map([...styles].map(([id, pieces]) => [id, pieces.map((piece) => numbers.get(piece))]));
  return { chunks, recipes };
}

/**
 * Styles that share long pieces side by side: compression sees no farther than 32 KB back.
 * @param {ReadonlyMap<string, readonly string[]>} styles
 * @returns {readonly string[]}
 */
function byLikeness(styles) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const pieces of styles.values()) for (const piece of new Set(pieces)) uses.set(piece, (uses.get(piece) ?? 0) + 1);
  const usesOf = (/** @type {string} */ piece) => uses.get(piece) ?? 0;
  const compare = (/** @type {string} */ a, /** @type {string} */ b) => a < b ? -1 : a > b ? 1 : 0;
  const keyed = [...styles].map(([id, pieces]) => {
    const shared = [...new Set(pieces)].filter((piece) => piece.length > longPiece && usesOf(piece) > 1);
    return { id, key: shared.sort((a, b) => usesOf(b) - usesOf(a) || compare(a, b)).slice(0, 6).join("\n") };
  });
  return keyed.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id)).map(({ id }) => id);
}

/**
 * The opening tag of a style, then its children, without what is said about it.
 * @param {XmlNode} style
 * @returns {readonly string[]}
 */
function piecesOf({ n, a, c = [] }) {
  return [toXml({ n, ...a !== undefined && { a } }).replace(/\/>$/, ">"), ...c.flatMap((child) => typeof child === "string" || child.n === "info" ? [] : [toXml(child)])];
}

/** @param {XmlNode} locale */
function localeXml({ n, a, c = [] }) {
  return toXml({ n, ...a !== undefined && { a }, c: c.filter((child) => typeof child === "string" || child.n !== "info") });
}

/**
 * @param {XmlNode} style
 * @returns {readonly [format: string, fields: string]}
 */
function categoriesOf({ c = [] }) {
  const info = c.find((child) => typeof child !== "string" && child.n === "info");
  const categories = typeof info === "object" ? (info.c ?? []).flatMap((child) => typeof child !== "string" && child.n === "category" ? [child.a ?? {}] : []) : [];
  const valuesOf = (/** @type {string} */ name) => categories.flatMap((category) => category[name] ?? []);
  return [valuesOf("citation-format")[0] ?? "", valuesOf("field").join(" ")];
}

/** @param {string} id */
function titleFromId(id) {
  return id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** @returns {readonly { id: string, parent: string, locale: string, fields: string, title: string }[]} by id */
function readDependents() {
  let parent = "";
  return readFileSync(dependentsFile, "utf8").split("\n").flatMap((line) => {
    const [first = "", id, locale = "", fields = "", title = ""] = line.split("\t");
    if (id === undefined) parent = first;
    return id === undefined ? [] : [{ id, parent, locale, fields, title }];
  }).sort((a, b) => a.id < b.id ? -1 : 1);
}

/**
 * One style a line, for those who look into the file.
 * @param {Readonly<Record<string, object>>} index
 */
function indexJson(index) {
  const parts = Object.entries(index).map(([name, value]) => {
    const isList = Array.isArray(value) && typeof value[0]?.[0] === "string";
    return `${JSON.stringify(name)}:${isList ? `[\n${value.map((entry) => JSON.stringify(entry)).join(",\n")}\n]` : JSON.stringify(value)}`;
  });
  return `{${parts.join(",\n")}}\n`;
}
