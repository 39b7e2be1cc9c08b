import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CslItem } from "../src/core/model/cslItem";
import { shownText } from "./shownText";

export interface Printed {
  readonly citations: readonly string[];
  /** In the order of the list. */
  readonly references: readonly (readonly [key: string, text: string])[];
}

/** The first line of what `pandoc --version` prints; `undefined` where there is no Pandoc. */
export function pandocVersion(): string | undefined {
  const { status, stdout } = spawnSync("pandoc", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n", 1)[0] : undefined;
}

/** What `pandoc --citeproc` makes of a Markdown text with a style and items. */
export function printByPandoc(text: string, items: readonly CslItem[], style: string): Printed {
  const folder = mkdtempSync(join(tmpdir(), "sourcebook-compare-"));
  try {
    const [stylePath, itemsPath] = [join(folder, "style.csl"), join(folder, "items.json")];
    writeFileSync(stylePath, style);
    writeFileSync(itemsPath, JSON.stringify(items));
    const args = ["--from", "markdown", "--to", "json", "--citeproc", "--csl", stylePath, "--bibliography", itemsPath];
    const { status, stdout, stderr } = spawnSync("pandoc", args, { input: text, encoding: "utf8", maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`Pandoc failed: ${stderr}`);
    return readPrinted((JSON.parse(stdout) as { readonly blocks: readonly Node[] }).blocks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pandoc's document tree as JSON: a kind and its contents. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}

function readPrinted(blocks: readonly Node[]): Printed {
  const citations: string[] = [];
  const references: [string, string][] = [];
  for (const node of walk(blocks)) {
    const id = node.t === "Div" ? (node.c as [[string], Node[]])[0][0] : "";
    if (node.t === "Cite") citations.push(shownText(inlines(partOf(node, 1))));
    else if (id.startsWith("ref-")) references.push([id.slice("ref-".length), shownText(block(node))]);
  }
  return { citations, references };
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const inner of value) yield* walk(inner);
  else if (typeof value === "object" && value !== null && "t" in value) {
    yield value as Node;
    if ("c" in value) yield* walk(value.c);
  }
}

function partOf({ c }: Node, index: number): readonly Node[] {
  return (c as readonly (readonly Node[])[])[index] ?? [];
}

function block(node: Node): string {
  if (node.t === "Para" || node.t === "Plain") return inlines(node.c as readonly Node[]);
  return node.t === "Div" ? partOf(node, 1).map(block).join(" ") : "";
}

const tags: Readonly<Record<string, string>> = { Emph: "i", Strong: "b", Superscript: "sup", Subscript: "sub", SmallCaps: "sc", Underline: "u" };

function inlines(nodes: readonly Node[]): string {
  return nodes.map(inline).join("");
}

function inline(node: Node): string {
  const { t, c } = node;
  const tag = tags[t];
  if (tag !== undefined) return `<${tag}>${inlines(c as readonly Node[])}</${tag}>`;
  switch (t) {
    case "Str": return escape(c as string);
    case "Space": case "SoftBreak": case "LineBreak": return " ";
    case "Strikeout": return inlines(c as readonly Node[]);
    case "Quoted": return quoted(c as [Node, readonly Node[]]);
    case "Cite": case "Span": case "Link": return inlines(partOf(node, 1));
    case "Code": case "Math": return escape((c as [unknown, string])[1]);
    case "Note": return `{${(c as readonly Node[]).map(block).join(" ")}}`;
    default: return "";
  }
}

function quoted([{ t }, content]: [Node, readonly Node[]]): string {
  return t === "DoubleQuote" ? `“${inlines(content)}”` : `‘${inlines(content)}’`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
