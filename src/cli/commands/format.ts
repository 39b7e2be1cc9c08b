import { referencesText } from "../../core/features/referencesText";
import { createLibrary, type Library, type Source } from "../../core/library/library";
import type { FormattedReference, ReferenceFormat } from "../../core/ports";
import type { Arguments } from "../arguments";
import type { Command } from "../command";
import { fine, problemsFound, UsageError, worst, type ExitCode } from "../exitCodes";
import { formatDocument } from "../formatDocument";
import type { Host, Output } from "../host";
import { writeJson, writeMessage, writeText } from "../output";
import { readSources } from "../readSources";
import { formatInStyle, readStyle } from "../referenceStyle";

const formats: readonly ReferenceFormat[] = ["text", "markdown", "html", "latex", "rtf"];

export const format: Command = {
  name: "format",
  usage: `[FILE... | --document FILE] [--key K]... [--style ID|PATH] [--locale L] [--to ${formats.join("|")}]`,
  summary: "formatted references",
  description: `Prints the references of the sources in FILEs (the reference corpus without a FILE) as a list of references in a CSL
style, in the order the style puts them. With --json: an array of { "key", "text" }.

With --document: the references of what a Markdown or LaTeX document cites, in the style and language it names itself
unless others are asked for. With --json: an object that has its citations, too, as the style writes them

  { "file", "references": [ { "key", "text" } ],
    "citations": [ { "text", "isNote", "inText": author before the note | null, "keys",
                     "start", "end", "line", "character" } ] }

Exit code: 0 where all went well, 1 where a key is unknown or a FILE has errors (what could be formatted is printed),
2 where a FILE could not be read or there is no such style.`,
  options: [
    { name: "document", value: "FILE", help: "format what this document cites, and its citations with --json" },
    { name: "key", value: "K", isRepeatable: true, help: "format the source with this key only; may be given several times" },
    { name: "style", value: "ID|PATH", help: "id of any of the styles of the CSL project (apa), or a .csl file" },
    { name: "locale", value: "L", help: "language of the references, such as de-DE; otherwise the document's or the style's own" },
    { name: "to", value: "FORMAT", choices: formats, help: `${formats.join(", ")}; otherwise text` },
  ],
  run: async (args, host) => {
    const to = formats.find((candidate) => candidate === args.value("to")) ?? "text";
    const document = args.value("document");
    if (document !== undefined) return runForDocument(document, to, args, host);
    const style = await readStyle(args.value("style"), args.value("locale"), host);
    const { parts, exitCode } = await readSources(args.operands, host);
    const library = createLibrary(parts);
    const { sources, code } = args.has("key") ? findSources(args.values("key"), library, host.stderr) : { sources: library.offered(), code: fine };
    const engine = await host.loadEngine();
    const items = await engine.toCslItems(sources.map(({ entry }) => entry));
    const references = items.length === 0 ? [] : await formatInStyle(engine, items, style, to);
    if (args.has("json")) writeJson(host.stdout, references.map(({ key, text }) => ({ key, text })));
    else writeReferences(references, to, host);
    return worst([exitCode, code]);
  },
};

async function runForDocument(document: string, to: ReferenceFormat, args: Arguments, host: Host): Promise<ExitCode> {
  if (args.operands.length > 0 || args.has("key")) throw new UsageError("“--document” formats what the document cites: name no other FILE and no --key beside it.");
  const { paper, exitCode } = await formatDocument(document, { style: args.value("style"), locale: args.value("locale"), to }, host);
  if (paper !== undefined && args.has("json")) writeJson(host.stdout, paper);
  else if (paper !== undefined) writeReferences(paper.references, to, host);
  return exitCode;
}

function findSources(keys: readonly string[], library: Library, stderr: Output): { readonly sources: readonly Source[]; readonly code: ExitCode } {
  const sources: Source[] = [];
  for (const key of new Set(keys)) {
    const source = library.get(key);
    if (source !== undefined) {
      sources.push(source);
      continue;
    }
    const nearest = library.nearestKeys(key, 3).map((near) => `“${near}”`);
    writeMessage(stderr, `No source has the key “${key}”.${nearest.length > 0 ? ` Did you mean ${nearest.join(" or ")}?` : ""}`);
  }
  return { sources, code: sources.length < new Set(keys).size ? problemsFound : fine };
}

function writeReferences(references: readonly FormattedReference[], to: ReferenceFormat, { stdout }: Host): void {
  writeText(stdout, referencesText(references.map(({ text }) => text), to));
}
