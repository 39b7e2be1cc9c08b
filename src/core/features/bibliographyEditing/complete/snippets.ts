import type { Dialect } from "../dialect";
import type { FileStyle } from "../format/fileStyle";
import { fieldsOfType } from "../data/typeFields";

/** Text in the syntax of snippets (VS Code, LSP), in which `$`, `}` and `\` are special. */
function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** What is written behind `@` for a new entry of a type: its required fields, in the style of the file. */
export function entrySnippet(type: string, style: FileStyle, dialect: Dialect): string {
  const fields = fieldsOfType(type, dialect).required.map((names) => nameFor(names, dialect));
  const width = style.alignment === "equals" ? Math.max(...fields.map((name) => name.length), 0) : 0;
  const lines = fields.map((name, index) => `${style.indent}${fieldSnippet(name, style, String(index + 2), width)}`);
  const end = style.endsWithComma ? "," : "";
  return `${inCase(type, style.typeCase)}{\${1:key}${[",", ...lines.map((line, index) => `\n${line}${index < lines.length - 1 ? "," : end}`)].join("")}\n\\}$0`;
}

/** Of fields that do, the one that the dialect writes. */
function nameFor(names: readonly string[], dialect: Dialect): string {
  const [first = "", second = first] = names;
  return dialect === "bibtex" && (first === "date" || first === "journaltitle") ? second : first;
}

/** `name = {‸}` in the style of the file. */
export function fieldSnippet(name: string, { equals, delimiters: [open, close] }: FileStyle, stop: string, width = 0): string {
  const isBare = name === "month";
  const [before = "", after = ""] = equals.split("=");
  const gap = width > 0 ? " ".repeat(width - name.length + 1) : before;
  return `${name}${gap}=${after}${isBare ? `$${stop}` : `${open}$${stop}${snippetText(close)}`}`;
}

function inCase(type: string, typeCase: FileStyle["typeCase"]): string {
  switch (typeCase) {
    case "lower": return type;
    case "upper": return type.toUpperCase();
    case "capital": return `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  }
}
