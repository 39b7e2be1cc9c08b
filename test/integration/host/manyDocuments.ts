import assert from "node:assert/strict";
import * as vscode from "vscode";
import { sourcebook, until } from "./support";
import { VirtualFiles } from "./virtualFiles";

const scheme = "sourcebook-many";

/** So many are worked on at a time, as fast as the host goes. */
const atOnce = 20;

/** Of as many papers, one is asked about. */
const asked = 4;

/** Longer than anything of the extension waits for an end of changes, in milliseconds. */
const quiet = 600;

interface Kept {
  readonly keptCounts: () => Readonly<Record<string, number>>;
}

/**
 * Papers, each with its bibliography beside it, on a file system of their own. VS Code keeps some fifty of the documents that no editor shows, and
 * closes the oldest as new ones are opened.
 */
export class ManyDocuments {
  readonly #files = new VirtualFiles({});
  #opened = 0;

  constructor() {
    // for as long as VS Code keeps documents of it, which is longer than the test lasts
    vscode.workspace.registerFileSystemProvider(scheme, this.#files, { isCaseSensitive: true });
  }

  /** Opens, edits and saves as many papers and bibliographies, and asks of some what an editor asks. `padding` makes the papers longer. */
  async work(count: number, padding = ""): Promise<void> {
    for (let left = count; left > 0; left -= atOnce) {
      await Promise.all(Array.from({ length: Math.min(atOnce, left) }, () => this.#workOn(this.#opened++, padding)));
    }
  }

  /** How much the extension keeps, and what VS Code does. */
  counts(): Readonly<Record<string, number>> {
    const { keptCounts } = sourcebook().exports as Kept;
    return { ...keptCounts(), documents: vscode.workspace.textDocuments.length, diagnostics: vscode.languages.getDiagnostics().filter(([, found]) => found.length > 0).length };
  }

  /** The same once nothing is waited for, and problems have been looked for. */
  async quietCounts(): Promise<Readonly<Record<string, number>>> {
    let last = {};
    await until(async () => {
      const now = this.counts();
      const isQuiet = now["timers"] === 0 && JSON.stringify(now) === JSON.stringify(last);
      last = now;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      return isQuiet;
    }, () => `nothing changes any more: ${JSON.stringify(last)}`);
    return last;
  }

  async #workOn(number: number, padding: string): Promise<void> {
    const [paper, refs] = ["paper.md", "refs.bib"].map((name) => vscode.Uri.from({ scheme, path: `/${String(number)}/${name}` }));
    assert.ok(paper && refs);
    this.#files.writeFile(paper, new TextEncoder().encode(`---\nbibliography: refs.bib\n---\n\n[@doe2001; @nobody]\n${padding}`));
    this.#files.writeFile(refs, new TextEncoder().encode("@book{doe2001, author = {Doe, Jane}, title = {A Title}, year = 2001}\n"));
    const documents = [await vscode.workspace.openTextDocument(paper), await vscode.workspace.openTextDocument(refs)];
    if (number % asked === 0) await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", paper, new vscode.Position(4, 4));
    const edit = new vscode.WorkspaceEdit();
    for (const { uri } of documents) edit.insert(uri, new vscode.Position(0, 0), uri === paper ? "" : "% edited\n");
    edit.insert(paper, new vscode.Position(5, 0), "And [@doe2001].\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await Promise.all(documents.map((document) => document.save()));
    if (number % asked === 0) await vscode.commands.executeCommand("vscode.executeHoverProvider", paper, new vscode.Position(4, 4));
  }
}

/** The memory of the host without garbage, in bytes; always 0 in a browser's worker, where garbage cannot be collected. */
export async function usedMemory(): Promise<number> {
  if (typeof process === "undefined") return 0;
  process.getBuiltinModule("node:v8").setFlagsFromString("--expose-gc");
  const collect = process.getBuiltinModule("node:vm").runInNewContext("gc") as () => void;
  // what an `await` has held goes with its turn
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  return process.memoryUsage().heapUsed;
}
