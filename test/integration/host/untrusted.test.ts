// What the editor is handed of text that somebody else has written: nothing of it is more than text.
import assert from "node:assert/strict";
import markdownIt from "markdown-it";
import * as vscode from "vscode";
import type { HoverAnswer } from "../../../src/core/features/hover";
import { defaultSourcesOptions } from "../../../src/core/features/sourcesTree/options";
import type { TreeNode } from "../../../src/core/features/sourcesTree/nodes";
import type { SourcesTree } from "../../../src/core/features/sourcesTree/sourcesTree";
import type { CitationService } from "../../../src/core/service";
import type { TextDocument } from "../../../src/core/ports";
import { toggleItems } from "../../../src/vscode/commands/filterSources";
import { statusDetail } from "../../../src/vscode/features/sourcesStatus";
import { sourceCard, unknownKeyCard } from "../../../src/vscode/hoverCard";
import { rowsOf } from "../../../src/vscode/scopeRows";
import { sourceRow } from "../../../src/vscode/sourcePicker";
import { toTreeItem } from "../../../src/vscode/sourcesView/treeItems";
import { viewMessage } from "../../../src/vscode/sourcesView/viewMessage";
import { neverCancelled, serviceFor } from "../../support/service";
import { misleading, untrustedTexts } from "../../support/untrusted";
import { changeSetting, closeEditors, completionsAt, newFolder, openFile, problemsOf, removeFolder, resetSettings, until, writeFile, type OpenedText } from "./support";

const ownCommands = new Set(["showSource", "revealEntry", "copyReference", "findCitations", "selectStyle", "addCorpusToWorkspace"].map((name) => `sourcebook.${name}`));

/** A source for each text, which stands wherever a source has text. */
const items = untrustedTexts.map((text, index) => ({
  id: `k${index}`, type: text, title: text, author: [{ family: text, given: text }], "container-title": text, publisher: text, abstract: text, note: text, keyword: text, language: text, URL: text, DOI: text,
  file: text, genre: text, page: text, issued: { literal: text },
}));

/** Sources that are known by the texts themselves; they come first, for a file is told by its beginning. */
const named = untrustedTexts.map((text) => ({ id: text, type: "book", title: "", issued: { "date-parts": [[2001]] } }));

function assertOneLine(texts: readonly (string | undefined)[]): void {
  for (const text of texts) assert.doesNotMatch(text ?? "", misleading);
}

const reader = markdownIt({ html: true, linkify: true }) as { render(text: string): string };

/** Asserts that Markdown leads to the web and to our own commands alone, shows no icons, and holds no HTML. */
function assertMarkdown(markdown: vscode.MarkdownString): void {
  const { value, isTrusted, supportHtml, supportThemeIcons } = markdown;
  assert.notEqual(isTrusted, true);
  if (typeof isTrusted === "object") assert.deepEqual(isTrusted.enabledCommands.filter((command) => !ownCommands.has(command)), []);
  assert.ok(supportHtml !== true && supportThemeIcons !== true);
  assert.doesNotMatch(value, new RegExp(misleading.source.replace("\\u001f", "\\u0009\\u000b-\\u001f")));
  // VS Code knows command links; markdown-it takes them for links like any other
  const html = reader.render(value);
  for (const [tag, name = "", rest = ""] of html.matchAll(/<(\/?\w+)([^>]*)>/g)) {
    assert.match(name, /^\/?(?:p|em|strong|code|ul|li|a)$/, `${tag} in ${value}`);
    if (name !== "a") assert.equal(rest, "", `${tag} in ${value}`);
    else assertLink(/^ href="([^"<>]*)"$/.exec(rest)?.[1] ?? tag, typeof isTrusted === "object");
  }
}

function assertLink(address: string, mayRun: boolean): void {
  const [, command, json] = /^command:([\w.]+)\?(.*)$/.exec(address) ?? [];
  if (command === undefined) {
    assert.match(address, /^https?:\/\/[^\s"'<>`\\]+$/);
    return;
  }
  assert.ok(mayRun && ownCommands.has(command), address);
  const [named_, ...others] = JSON.parse(decodeURIComponent(json ?? "")) as readonly unknown[];
  assert.ok(others.length === 0 && (named_ === undefined || Object.keys(named_ as object).sort().join() === "key,uri"), address);
}

function assertNoIcon(text: string | undefined): void {
  assert.doesNotMatch((text ?? "").replace(/^\$\([\w-]+\) /, ""), /(?<!\\)\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/);
}

function assertNoLink(text: string | undefined): void {
  assert.doesNotMatch(text ?? "", /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i);
}

describe("untrusted text", () => {
  describe("that providers hand over", () => {
    let folder = "";
    let paper: OpenedText;
    const keys = items.map(({ id }) => id);

    before(async () => {
      folder = newFolder();
      await changeSetting("sourcebook.inlayHints.enabled", true);
      // VS Code would take line separators out of the paper while it is looked at
      await changeSetting("editor.unusualLineTerminators", "off");
      await writeFile(`${folder}/refs.json`, JSON.stringify([...named, ...items]));
      // what names an address leads to sources that nobody sees, and no key is unknown then
      const declared = untrustedTexts.filter((text) => !/[\0\ud800-\udfff]|:\/\//u.test(text));
      const front = `---\nbibliography: ${JSON.stringify(["refs.json", ...declared.map((text) => `${text}.bib`)])}\n---\n`;
      const unknown = untrustedTexts.filter((text) => !/[{}\s\0\p{Surrogate}]/u.test(text)).map((text) => `[@{x${text}}]`);
      paper = await openFile(`${folder}/paper.md`, `${front}\n[@k‸]\n\n${keys.map((key) => `[@${key}]`).join("\n\n")}\n\n${unknown.join("\n\n")}\n`);
      await until(async () => (await completionsAt(paper)).length >= untrustedTexts.length, "the sources are read");
    });

    after(async () => {
      await resetSettings();
      await closeEditors();
      await removeFolder(folder);
    });

    it("completions", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", paper.document.uri, paper.position, undefined, 60);
      const own = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
      assert.ok(own.length > 0);
      for (const { label, detail, documentation } of own) {
        assertOneLine([...typeof label === "string" ? [label] : [label.label, label.description, label.detail], detail]);
        if (documentation instanceof vscode.MarkdownString) assertMarkdown(documentation);
        else assertOneLine([documentation]);
      }
    });

    it("hovers over keys, known and unknown, and over citations", async () => {
      const text = paper.document.getText();
      const places = [...text.matchAll(/\[@/g)].flatMap(({ index }) => [index, index + 3]);
      let cards = 0;
      for (const offset of places) {
        const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>("vscode.executeHoverProvider", paper.document.uri, paper.document.positionAt(offset));
        for (const content of hovers.flatMap(({ contents }) => contents)) {
          assert.ok(content instanceof vscode.MarkdownString);
          assertMarkdown(content);
          cards++;
        }
      }
      assert.ok(cards > untrustedTexts.length);
    });

    it("names of devices, which are not read", async () => {
      await writeFile(`${folder}/own.bib`, "@book{own2001, title={T}}\n");
      const opened = await openFile(`${folder}/device.md`, "---\nbibliography: [/dev/zero, /dev/stdin, own.bib]\n---\n\n[@own‸]\n");
      await until(async () => (await completionsAt(opened)).length === 1, "the file beside them is read");
    });

    it("inlay hints", async () => {
      const { document } = paper;
      const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
      const hints = await vscode.commands.executeCommand<readonly vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, all);
      assert.ok(hints.length >= keys.length);
      for (const { label, tooltip, textEdits } of hints) {
        assert.ok(typeof label === "string" && (tooltip === undefined || typeof tooltip === "string") && (textEdits ?? []).length === 0);
        assertOneLine([label, tooltip]);
      }
    });

    it("links of a document lead to files of this machine", async () => {
      const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>("vscode.executeLinkProvider", paper.document.uri);
      const own = links.filter(({ tooltip }) => tooltip === "Open the bibliography");
      assert.ok(own.length > 0);
      for (const { target } of own) assert.deepEqual([target?.scheme, target?.authority], [paper.document.uri.scheme, paper.document.uri.authority]);
    });

    it("problems, and the ways out of them", async () => {
      const { document } = paper;
      await until(() => problemsOf(document).length > untrustedTexts.length, () => `there are more than ${problemsOf(document).length} problems`);
      for (const { message, relatedInformation = [] } of problemsOf(document)) assertOneLine([message, ...relatedInformation.map((one) => one.message)]);
      const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
      const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>("vscode.executeCodeActionProvider", document.uri, all, vscode.CodeActionKind.QuickFix.value);
      assert.ok(actions.length > 0);
      assertOneLine(actions.flatMap((action) => [action.title, typeof action.command === "object" ? action.command.title : undefined]));
    });

    it("symbols of a bibliography and of the workspace", async () => {
      const uri = vscode.Uri.joinPath(paper.document.uri, "../refs.json");
      const own = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", uri);
      const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "alert");
      assert.ok(own.length >= items.length && found.length > 0, `${own.length} and ${found.length}`);
      assertOneLine([...own.flatMap(({ name, detail }) => [name, detail]), ...found.flatMap(({ name, containerName }) => [name, containerName])]);
      assert.ok(own.every(({ name }) => name !== ""));
    });

    it("what is copied", async () => {
      const uri = vscode.Uri.joinPath(paper.document.uri, "../refs.json").toString();
      for (const text of untrustedTexts.slice(0, -1)) {
        for (const command of ["copyKey", "copyCitation", "copyReference"]) {
          await vscode.env.clipboard.writeText("");
          await vscode.commands.executeCommand(`sourcebook.${command}`, { uri, key: text });
          assertOneLine([await vscode.env.clipboard.readText()]);
        }
      }
    });
  });

  describe("in rows, cards and messages", () => {
    const files: Record<string, string> = { "refs.json": JSON.stringify([...named, ...items]), "a.md": `[@k0] ${untrustedTexts.join(" [@k1] ")}` };
    for (const text of untrustedTexts) if (!/[/\\]/.test(text)) files[`/paper/${text}.bib`] = "@book{a, title={T}}\n@book{b, title={";
    const paper = `---\nbibliography: ${JSON.stringify(["refs.json", ...Object.keys(files).filter((name) => name.endsWith(".bib")).slice(0, 40), ...untrustedTexts.map((text) => `none/${text}.bib`)])}\n---\n`
      + `${items.map(({ id }) => `[@${id}]`).join(" ")} ${untrustedTexts.map((text) => `[@{${text}x}]`).join(" ")}\n`;
    let service: CitationService;
    let document: TextDocument;

    before(() => {
      const made = serviceFor({ ...files, "paper.md": paper });
      service = made.service;
      document = made.workspace.document("paper.md");
    });

    after(() => service.dispose());

    async function allRows(tree: SourcesTree, node?: TreeNode): Promise<readonly TreeNode[]> {
      const children = await tree.childrenOf(node);
      return [...children, ...(await Promise.all(children.map(async (child) => child.kind === "person" ? [] : allRows(tree, child)))).flat()];
    }

    for (const grouping of ["none", "author", "type", "container", "keyword", "language"] as const) {
      it(`rows of the Sources view, grouped by ${grouping}`, async () => {
        const rows = await allRows(await service.sources(document, { ...defaultSourcesOptions, grouping }));
        assert.ok(rows.length > items.length * 3);
        for (const item of rows.map(toTreeItem)) {
          const { label, description, tooltip, accessibilityInformation, command } = item;
          assertOneLine([typeof label === "string" ? label : label?.label, typeof description === "string" ? description : "", accessibilityInformation?.label, command?.title]);
          assert.ok(tooltip === undefined || typeof tooltip === "string");
          assertOneLine([tooltip]);
          assert.ok(command === undefined || command.command === "vscode.open" || command.command.startsWith("sourcebook."));
          const [target] = (command?.arguments ?? []) as readonly unknown[];
          if (target instanceof vscode.Uri) assert.match(target.toString(), /^(?:https?:\/\/[^/]|file:\/\/\/)/);
        }
      });
    }

    it("rows of “Why Don't I See My Sources?” and the status of the sources", async () => {
      const report = await service.scopeReport(document);
      const rows = rowsOf(report);
      assert.ok(rows.length > untrustedTexts.length);
      for (const { label, description, detail } of rows) {
        assertOneLine([label, description, detail]);
        for (const text of [label, description, detail]) assertNoIcon(text);
      }
      for (const shown of [report, { ...report, failed: [] }, ...report.failed.map((one) => ({ ...report, failed: [one] }))]) {
        const detail = statusDetail(shown);
        assertOneLine([detail]);
        assertNoIcon(detail);
        assertNoLink(detail);
      }
    });

    it("rows of quick picks, and what the view says above its rows", async () => {
      const { library } = await service.library(document);
      const sources = library.search("", { limit: 10_000 });
      assert.ok(sources.length > untrustedTexts.length);
      const rows: readonly vscode.QuickPickItem[] = [...sources.map((source) => sourceRow(source, 2)), ...toggleItems(new Map(untrustedTexts.map((text) => [text, 1])))];
      for (const { label, description, detail } of rows) {
        assertOneLine([label, description, detail]);
        for (const text of [label, description, detail]) assertNoIcon(text);
      }
      for (const text of untrustedTexts) assertOneLine([viewMessage({ ...defaultSourcesOptions, filter: { ...defaultSourcesOptions.filter, query: text, types: [text] } }, { shown: 1, all: 2 })]);
    });

    it("cards", async () => {
      const text = document.getText();
      const answers: (HoverAnswer | undefined)[] = [];
      for (const { index } of text.matchAll(/\[@/g)) answers.push(await service.hover(document, index + 3, neverCancelled));
      const isOf = <K extends HoverAnswer["kind"]>(kind: K) => (answer: HoverAnswer | undefined): answer is Extract<HoverAnswer, { readonly kind: K }> => answer?.kind === kind;
      const known = answers.filter(isOf("source"));
      const unknown = answers.filter(isOf("unknown"));
      assert.ok(known.length > items.length / 2 && unknown.length > 10);
      for (const answer of known) assertMarkdown(sourceCard(answer, "", 10_000));
      for (const answer of unknown) assertMarkdown(unknownKeyCard(answer));
    });
  });
});
