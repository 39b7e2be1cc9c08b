import assert from "node:assert/strict";
import type { Settings } from "../../../../src/core/model/settings";
import { serviceFor } from "../../../support/service";

const one = "@book{one, title={One}}";
const two = "@book{two, title={Two}}";

interface Case {
  readonly when: string;
  readonly files: Readonly<Record<string, string>>;
  /** The document asked about; `paper.md` where it is left out. */
  readonly document?: string;
  readonly settings?: Partial<Settings>;
  readonly folders?: readonly string[];
  /** `origin path`, nearest first; the corpus left out. */
  readonly scope: readonly string[];
  readonly missing?: readonly string[];
}

const declared: readonly Case[] = [
  { when: "front matter names one file", files: { "paper.md": "---\nbibliography: one.bib\n---\n", "one.bib": one, "two.bib": two }, scope: ["declared one.bib"] },
  { when: "front matter has a list", files: { "paper.md": "---\nbibliography: [two.bib, one.bib]\n---\n", "one.bib": one, "two.bib": two }, scope: ["declared two.bib", "declared one.bib"] },
  { when: "front matter has a map of bibliographies", files: { "paper.md": "---\nbibliography:\n  main: one.bib\n  rest: two.bib\n---\n", "one.bib": one, "two.bib": two }, scope: ["declared one.bib", "declared two.bib"] },
  { when: "the ending is missing", files: { "paper.md": "---\nbibliography: refs/one\n---\n", "refs/one.bib": one }, scope: ["declared refs/one.bib"] },
  { when: "the path has Windows separators", files: { "paper.md": "---\nbibliography: refs\\one.bib\n---\n", "refs/one.bib": one }, scope: ["declared refs/one.bib"] },
  { when: "the path is percent-encoded", files: { "paper.md": "---\nbibliography: my%20refs.bib\n---\n", "my refs.bib": one }, scope: ["declared my refs.bib"] },
  { when: "a file name holds a percent sign", files: { "paper.md": "---\nbibliography: 100%.bib\n---\n", "100%.bib": one }, scope: ["declared 100%.bib"] },
  { when: "accents are composed otherwise in the name of the file", files: { "paper.md": "---\nbibliography: caf\u00e9.bib\n---\n", "cafe\u0301.bib": one }, scope: ["declared cafe\u0301.bib"] },
  { when: "the path climbs", files: { "text/paper.md": "---\nbibliography: ../one.bib\n---\n", "one.bib": one }, document: "text/paper.md", scope: ["declared one.bib"] },
  { when: "the path counts from the workspace folder", files: { "text/paper.md": "---\nbibliography: refs/one.bib\n---\n", "refs/one.bib": one }, document: "text/paper.md", scope: ["declared refs/one.bib"] },
  { when: "the file beside the document wins over the one in the folder", files: { "text/paper.md": "---\nbibliography: one.bib\n---\n", "one.bib": one, "text/one.bib": one }, document: "text/paper.md", scope: ["declared text/one.bib"] },
  { when: "the path begins at home", files: { "paper.md": "---\nbibliography: ~/one.bib\n---\n", "/home/writer/one.bib": one }, scope: ["declared file:///home/writer/one.bib"] },
  { when: "the path is absolute", files: { "paper.md": "---\nbibliography: /library/one.bib\n---\n", "/library/one.bib": one }, scope: ["declared file:///library/one.bib"] },
  { when: "nothing is there", files: { "paper.md": "---\nbibliography: none.bib\n---\n", "one.bib": one }, scope: [], missing: ["none.bib"] },
  { when: "one is there and one is not", files: { "paper.md": "---\nbibliography: [none.bib, one.bib]\n---\n", "one.bib": one }, scope: ["declared one.bib"], missing: ["none.bib"] },
  { when: "the address is on the web", files: { "paper.md": "---\nbibliography: https://example.org/x.bib\n---\n" }, scope: [] },
  { when: "CSL-JSON of any shape is declared", files: { "paper.md": "---\nbibliography: items.json\n---\n", "items.json": "[]" }, scope: ["declared items.json"] },
  { when: "Quarto's project names it", files: { "chapters/paper.qmd": "", "_quarto.yml": "bibliography: one.bib\n", "one.bib": one, "two.bib": two }, document: "chapters/paper.qmd", scope: ["declared one.bib"] },
  { when: "a project file nests deeper than can be read", files: { "paper.qmd": "", "_quarto.yml": `bibliography: two.bib\nx: ${"[".repeat(1_000_000 - 100)}`, "one.bib": one }, document: "paper.qmd", scope: ["workspace one.bib"] },
  { when: "Quarto's book names it", files: { "paper.qmd": "", "_quarto.yml": "book:\n  bibliography: [one.bib, two.bib]\n", "one.bib": one, "two.bib": two }, document: "paper.qmd", scope: ["declared one.bib", "declared two.bib"] },
  { when: "a folder's metadata names it", files: { "a/paper.qmd": "", "a/_metadata.yml": "bibliography: one.bib\n", "a/one.bib": one }, document: "a/paper.qmd", scope: ["declared a/one.bib"] },
  { when: "bookdown's project names it", files: { "01-intro.Rmd": "", "_bookdown.yml": "bibliography: [one.bib]\n", "one.bib": one }, document: "01-intro.Rmd", scope: ["declared one.bib"] },
  { when: "bookdown's first chapter names it", files: { "book/10-methods.Rmd": "", "book/index.Rmd": "---\nbibliography: one.bib\n---\n", "book/_draft.Rmd": "---\nbibliography: two.bib\n---\n", "book/_bookdown.yml": "", "book/one.bib": one, "two.bib": two }, document: "book/10-methods.Rmd", scope: ["declared book/one.bib"] },
  { when: "a chapter declares before the first one", files: { "a.Rmd": "---\nbibliography: two.bib\n---\n", "index.Rmd": "---\nbibliography: one.bib\n---\n", "_bookdown.yml": "", "one.bib": one, "two.bib": two }, document: "a.Rmd", scope: ["declared two.bib", "declared one.bib"] },
  { when: "Markdown beside a bookdown book is no chapter", files: { "notes.md": "", "index.Rmd": "---\nbibliography: one.bib\n---\n", "_bookdown.yml": "", "one.bib": one, "two.bib": two }, document: "notes.md", scope: ["workspace one.bib", "workspace two.bib"] },
  { when: "MyST's project names it", files: { "paper.md": "", "myst.yml": "project:\n  bibliography:\n    - one.bib\n", "one.bib": one, "two.bib": two }, scope: ["declared one.bib"] },
  { when: "a project file lies above the workspace folder", files: { "/up/_quarto.yml": "bibliography: one.bib\n", "/up/one.bib": one, "/up/work/paper.qmd": "" }, folders: ["file:///up/work"], document: "paper.qmd", scope: [] },
];

const latex: readonly Case[] = [
  { when: "\\bibliography lists files", files: { "paper.tex": "\\bibliography{one,two}", "one.bib": one, "two.bib": two }, document: "paper.tex", scope: ["declared one.bib", "declared two.bib"] },
  { when: "\\addbibresource has an ending", files: { "paper.tex": "\\addbibresource{one.bib}", "one.bib": one, "two.bib": two }, document: "paper.tex", scope: ["declared one.bib"] },
  { when: "the file is \\input by a root that declares", files: { "main.tex": "\\input{parts/a}\\bibliography{one}", "parts/a.tex": "\\cite{x}", "one.bib": one, "two.bib": two }, document: "parts/a.tex", scope: ["declared one.bib"] },
  { when: "the file is included two levels down", files: { "main.tex": "\\include{parts/a}\\bibliography{one}", "parts/a.tex": "\\input{parts/b}", "parts/b.tex": "\\cite{x}", "one.bib": one }, document: "parts/b.tex", scope: ["declared one.bib"] },
  { when: "\\import gives the folder", files: { "main.tex": "\\import{parts/}{a}\\bibliography{one}", "parts/a.tex": "\\cite{x}", "one.bib": one }, document: "parts/a.tex", scope: ["declared one.bib"] },
  { when: "a magic comment names the root", files: { "main.tex": "\\bibliography{one}", "parts/a.tex": "% !TEX root = ../main.tex\n\\cite{x}", "one.bib": one, "two.bib": two }, document: "parts/a.tex", scope: ["declared one.bib"] },
  { when: "a subfile names its root", files: { "main.tex": "\\bibliography{one}", "parts/a.tex": "\\documentclass[../main]{subfiles}\\cite{x}", "one.bib": one, "two.bib": two }, document: "parts/a.tex", scope: ["declared one.bib"] },
  { when: "a part declares for the whole", files: { "main.tex": "\\input{preamble}\\cite{x}", "preamble.tex": "\\addbibresource{one.bib}", "one.bib": one, "two.bib": two }, document: "main.tex", scope: ["declared one.bib"] },
  { when: "paths count from the root's folder", files: { "main.tex": "\\input{parts/a}", "parts/a.tex": "\\bibliography{refs/one}", "refs/one.bib": one }, document: "parts/a.tex", scope: ["declared refs/one.bib"] },
  { when: "inclusions go in a circle", files: { "a.tex": "\\input{b}\\bibliography{one}", "b.tex": "\\input{a}", "one.bib": one }, document: "b.tex", scope: ["declared one.bib"] },
];

const undeclared: readonly Case[] = [
  { when: "nothing is named, all of the workspace", files: { "paper.md": "", "one.bib": one, "deep/two.bib": two, "items.json": "[{\"id\":\"x\",\"type\":\"book\",\"title\":\"X\"}]" }, scope: ["workspace deep/two.bib", "workspace items.json", "workspace one.bib"] },
  { when: "other JSON is no bibliography", files: { "paper.md": "", "package.json": "{\"name\":\"x\"}", "list.json": "[1,2]" }, scope: [] },
  { when: "hidden files stay out", files: { "paper.md": "", ".cache/one.bib": one }, scope: [] },
  { when: "the settings name paths", files: { "paper.md": "", "refs/one.bib": one, "two.bib": two }, settings: { bibliographies: ["refs/one.bib"] }, scope: ["settings refs/one.bib"] },
  { when: "the settings have globs", files: { "paper.md": "", "refs/one.bib": one, "refs/deep/two.bib": two, "three.bib": one }, settings: { bibliographies: ["refs/**/*.bib"] }, scope: ["settings refs/deep/two.bib", "settings refs/one.bib"] },
  { when: "the settings know the workspace folder", files: { "paper.md": "", "one.bib": one }, settings: { bibliographies: ["${workspaceFolder}/one.bib"] }, scope: ["settings one.bib"] },
  { when: "the settings name a Pandoc defaults file", files: { "paper.md": "", "defaults/paper.yaml": "from: markdown\nmetadata:\n  bibliography: [one.bib, ../two.bib]\n", "defaults/one.bib": one, "two.bib": two }, settings: { bibliographies: ["defaults/paper.yaml"] }, scope: ["settings defaults/one.bib", "settings two.bib"] },
  { when: "the settings begin at home", files: { "paper.md": "", "/home/writer/one.bib": one }, settings: { bibliographies: ["~/one.bib"] }, scope: ["settings file:///home/writer/one.bib"] },
  { when: "the document's own come before the settings'", files: { "paper.md": "---\nbibliography: two.bib\n---\n", "one.bib": one, "two.bib": two }, settings: { bibliographies: ["one.bib"] }, scope: ["declared two.bib", "settings one.bib"] },
  { when: "one file is named twice", files: { "paper.md": "---\nbibliography: one.bib\n---\n", "one.bib": one }, settings: { bibliographies: ["*.bib"] }, scope: ["declared one.bib"] },
];

describe("scope of a document", () => {
  for (const { when, files, document = "paper.md", settings = {}, folders, scope: expected, missing = [] } of [...declared, ...latex, ...undeclared]) {
    it(when, async () => {
      const { service, workspace } = serviceFor(files, { settings, ...folders && { folders } });
      const { scope } = await service.library(workspace.document(document));
      const base = workspace.uri("");
      const name = (uri: string): string => decodeURI(uri.startsWith(`${base}/`) ? uri.slice(base.length + 1) : uri).replace("%25", "%");
      assert.deepEqual(scope.bibliographies.map(({ loaded, origin }) => `${origin} ${name(loaded.uri)}`), expected);
      assert.deepEqual(scope.failed.map(({ declaration }) => declaration.path), missing);
    });
  }
});

describe("sources that documents define themselves", () => {
  const cases: readonly (readonly [when: string, document: string, files: Readonly<Record<string, string>>, keys: readonly string[]])[] = [
    ["front matter has references", "paper.md", { "paper.md": "---\nreferences:\n- id: own\n  type: book\n---\n", "one.bib": one }, ["own"]],
    ["front matter has references and a bibliography", "paper.md", { "paper.md": "---\nbibliography: one.bib\nreferences:\n- id: own\n  type: book\n---\n", "one.bib": one }, ["own", "one"]],
    ["the document has a thebibliography", "paper.tex", { "paper.tex": "\\begin{thebibliography}{9}\\bibitem{own} A. Author.\\end{thebibliography}", "one.bib": one }, ["own"]],
    ["another file of the work has it", "part.tex", { "main.tex": "\\input{part}\\input{refs}", "part.tex": "\\cite{own}", "refs.tex": "\\begin{thebibliography}{9}\\bibitem{own} A. Author.\\end{thebibliography}" }, ["own"]],
  ];
  for (const [when, document, files, keys] of cases) {
    it(when, async () => {
      const { service, workspace } = serviceFor(files);
      const { library } = await service.library(workspace.document(document));
      assert.deepEqual(library.offered().map(({ key }) => key), keys);
    });
  }
});

describe("the reference corpus", () => {
  const shown = async (files: Readonly<Record<string, string>>, corpus: Settings["corpus"]): Promise<string> => {
    const { service, workspace } = serviceFor(files, { settings: { corpus } });
    const part = (await service.library(workspace.document("paper.md"))).library.parts.find(({ origin }) => origin === "corpus");
    return part === undefined ? "hidden" : part.isOffered ? "offered" : "in the tree";
  };
  const cases: readonly (readonly [when: string, corpus: Settings["corpus"], files: Readonly<Record<string, string>>, expected: string])[] = [
    ["there is nothing else", "auto", { "paper.md": "" }, "offered"],
    ["there is another source", "auto", { "paper.md": "", "one.bib": one }, "in the tree"],
    ["the only bibliography is empty", "auto", { "paper.md": "", "one.bib": "" }, "offered"],
    ["the document cites from it", "auto", { "paper.md": "@zakharova2016economic", "one.bib": one }, "offered"],
    ["a key of it is the writer's own", "auto", { "paper.md": "@zakharova2016economic", "one.bib": "@book{zakharova2016economic, title={Mine}}" }, "in the tree"],
    ["it is always wanted", "always", { "paper.md": "", "one.bib": one }, "offered"],
    ["it is never wanted", "never", { "paper.md": "" }, "hidden"],
  ];
  for (const [when, corpus, files, expected] of cases) {
    it(`${corpus}, ${when}: ${expected}`, async () => assert.equal(await shown(files, corpus), expected));
  }
});
