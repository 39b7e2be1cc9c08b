import { runCommandLine } from "../../src/cli/commandLine";
import type { Host, Output } from "../../src/cli/host";
import { toUri } from "../../src/cli/paths";
import type { ReferenceEngine, Uri } from "../../src/core/ports";
import { isInside } from "../../src/core/text/uri";
import { InMemoryWorkspace } from "./inMemoryWorkspace";
import { plainItemOf } from "./plainEngine";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly err: readonly string[];
}

const cwd = "/paper";

/** Runs the command line in a folder that holds `files`; names beginning with `/` lie outside of it. A file of `undefined` cannot be read. */
export async function runCli(args: readonly string[], files: Readonly<Record<string, Uint8Array | string | undefined>> = {}, options: Partial<Host> = {}): Promise<Outcome> {
  const [stdout, stderr] = [new MemoryOutput(), new MemoryOutput()];
  const contents = Object.fromEntries(Object.entries(files).map(([path, content]) => [toUri(path, cwd), content]));
  const loadEngine = (): Promise<ReferenceEngine> => Promise.resolve(plainEngine);
  const code = await runCommandLine(args, { cwd, version: "1.2.3", stdout, stderr, disk: diskOf(contents), loadEngine, ...options });
  return { code, out: stdout.text, err: stderr.text.split("\n").filter((line) => line !== "") };
}

/** The JSON that a command prints. */
export async function runCliForJson(args: readonly string[], files: Readonly<Record<string, Uint8Array | string | undefined>> = {}): Promise<unknown> {
  const { out } = await runCli([...args, "--json"], files);
  return JSON.parse(out);
}

export class MemoryOutput implements Output {
  readonly isTerminal = false;
  text = "";

  write(text: string): void {
    this.text += text;
  }
}

function diskOf(contents: Readonly<Record<Uri, Uint8Array | string | undefined>>): Host["disk"] {
  const uris = Object.keys(contents);
  const readable = Object.fromEntries(Object.entries(contents).filter(([, content]) => content !== undefined)) as Record<Uri, Uint8Array | string>;
  return {
    home: undefined,
    kindOf: (uri) => uris.includes(uri) ? "file" : uri === toUri(cwd, cwd) || uris.some((file) => isInside(file, uri)) ? "folder" : "missing",
    openWorkspace: (folders) => new InMemoryWorkspace(readable, { folders }),
  };
}

/** An engine that shows what it was asked for; what the real one makes of sources is tested where it lies. */
const plainEngine: ReferenceEngine = {
  listStyles: () => Promise.resolve([]),
  formatDocument: async ({ citations, items }, style, format) => ({
    citations: citations.map(({ citationItems }) => ({ text: citationItems.map(({ key }) => key).join("; "), isNote: false })),
    references: await plainEngine.formatBibliography(items, style, format),
  }),
  toCslItems: (entries) => Promise.resolve(entries.map(plainItemOf)),
  formatBibliography: (items, { style, locale }, format) => {
    if ("id" in style && style.id === "none") return Promise.reject(Object.assign(new Error("There is no style “none”."), { name: "UnknownStyleError" }));
    if ("xml" in style && !style.xml.startsWith("<")) return Promise.reject(Object.assign(new Error("This CSL style cannot be used."), { name: "BrokenStyleError" }));
    const shown = "id" in style ? style.id : style.xml;
    return Promise.resolve(items.map(({ id, title = "" }) => ({ key: id, text: [shown, locale ?? "own", format, title].join("|") })));
  },
  convert: (items, target) => Promise.resolve(`${target}: ${items.map(({ title = "" }) => title).join(", ")}`),
};
