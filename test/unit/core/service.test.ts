import assert from "node:assert/strict";
import { defaultSettings } from "../../../src/core/model/settings";
import type { ReferenceEngine } from "../../../src/core/ports";
import { plainEngine } from "../../support/plainEngine";
import { serviceFor } from "../../support/service";
import { plainItemOf } from "../../support/plainEngine";

const one = "@book{one, title={One}}";

describe("CitationService", () => {
  const keysOf = async (service: ReturnType<typeof serviceFor>["service"], workspace: ReturnType<typeof serviceFor>["workspace"]): Promise<readonly string[]> =>
    (await service.library(workspace.document("paper.md"))).library.offered().map(({ key }) => key);

  it("sees changed, new, deleted and unsaved bibliographies at once", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "", "one.bib": one });
    assert.deepEqual(await keysOf(service, workspace), ["one"]);
    workspace.edit("one.bib", `${one}\n@book{unsaved, title={U}}`);
    assert.deepEqual(await keysOf(service, workspace), ["one", "unsaved"]);
    workspace.write("one.bib", "@book{changed, title={C}}");
    assert.deepEqual(await keysOf(service, workspace), ["changed"]);
    workspace.write("deep/two.bib", "@book{two, title={T}}");
    assert.deepEqual(await keysOf(service, workspace), ["two", "changed"]);
    workspace.delete("one.bib");
    assert.deepEqual(await keysOf(service, workspace), ["two"]);
  });

  it("sees a declared file come, and what a document declares while it is typed", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "---\nbibliography: one.bib\n---\n", "two.bib": "@book{two, title={T}}" });
    assert.deepEqual((await service.problems(workspace.document("paper.md"))).map(({ code }) => code), ["missing-bibliography"]);
    workspace.write("one.bib", one);
    assert.deepEqual(await keysOf(service, workspace), ["one"]);
    workspace.edit("paper.md", "---\nbibliography: two.bib\n---\n");
    assert.deepEqual(await keysOf(service, workspace), ["two"]);
  });

  it("reads a file once until it changes", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "", "one.bib": one });
    await Promise.all([keysOf(service, workspace), keysOf(service, workspace)]);
    await keysOf(service, workspace);
    assert.equal(workspace.readCount("one.bib"), 1);
    workspace.write("one.bib", one);
    await keysOf(service, workspace);
    assert.equal(workspace.readCount("one.bib"), 2);
  });

  it("keeps the last good entries of a file that is being written, until it settles", async () => {
    const whole = `${one}\n@book{two, title={Two}}\n`;
    const { service, workspace } = serviceFor({ "paper.md": "", "one.bib": whole });
    assert.deepEqual(await keysOf(service, workspace), ["one", "two"]);
    for (const cut of ["", "@book{one, title={O", whole.slice(0, -3)]) {
      workspace.write("one.bib", cut);
      assert.deepEqual(await keysOf(service, workspace), ["one", "two"], `while it holds ${JSON.stringify(cut)}`);
    }
    workspace.write("one.bib", `${whole}@book{three, title={Three}}\n`);
    assert.deepEqual(await keysOf(service, workspace), ["one", "two", "three"]);
    workspace.write("one.bib", "@book{one, title={O");
    workspace.write("one.bib", "@book{one, title={O");
    await keysOf(service, workspace);
    workspace.write("one.bib", "@book{one, title={O");
    assert.deepEqual(await keysOf(service, workspace), ["one"], "read twice, it has settled");
  });

  it("takes what the writer deletes in the editor at its word", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "", "one.bib": one });
    await keysOf(service, workspace);
    workspace.edit("one.bib", "");
    assert.equal((await keysOf(service, workspace)).includes("one"), false);
  });

  it("follows changed settings without a reload, and says so", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "", "paper.tex": "\\mycite{one}", "one.bib": one, "two.bib": "@book{two, title={T}}" });
    let changes = 0;
    service.onDidChange(() => changes++);
    assert.deepEqual(await keysOf(service, workspace), ["one", "two"]);
    service.updateSettings({ ...defaultSettings, bibliographies: ["two.bib"], citationCommands: ["mycite"] });
    assert.equal(changes, 1);
    assert.deepEqual(await keysOf(service, workspace), ["two"]);
    assert.equal(service.parse(workspace.document("paper.tex"))?.clusters.length, 1);
  });

  it("tells of files and folders that change", () => {
    const { service, workspace } = serviceFor({ "paper.md": "" });
    let changes = 0;
    service.onDidChange(() => changes++);
    workspace.write("one.bib", one);
    workspace.folders = [];
    assert.equal(changes, 2);
  });

  it("keeps nothing of a document that was closed before its answer came", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "@one", "one.bib": one }, { loadEngine: () => Promise.resolve(plainEngine()) });
    const document = { ...workspace.document("paper.md"), uri: "untitled:paper.md" };
    await service.formatDocument(document, "html");
    service.forget(document.uri);
    const kept = service.keptCount();
    for (const format of ["html", "text"] as const) assert.equal((await service.formatDocument({ ...document, isClosed: true }, format))?.citations.length, 1);
    assert.equal(service.keptCount(), kept);
  });

  it("leaves no listener behind", () => {
    const { service, workspace } = serviceFor({});
    assert.ok(workspace.listenerCount > 0);
    service.dispose();
    assert.equal(workspace.listenerCount, 0);
  });

  it("loads the engine on first use, once, and again after it failed", async () => {
    let loads = 0;
    const engine: ReferenceEngine = {
      toCslItems: (entries) => Promise.resolve(entries.map(plainItemOf)),
      formatBibliography: (items) => Promise.resolve(items.map(({ id, title }) => ({ key: id, text: String(title) }))),
      listStyles: () => Promise.resolve([]),
      formatDocument: () => Promise.resolve({ citations: [], references: [] }),
      convert: () => Promise.resolve(""),
    };
    const { service, workspace } = serviceFor({ "paper.md": "@one", "one.bib": one }, {
      loadEngine: () => ++loads === 1 ? Promise.reject(new Error("The first load fails")) : Promise.resolve(engine),
    });
    const source = (await service.library(workspace.document("paper.md"))).library.get("one");
    assert.ok(source);
    assert.equal(loads, 0);
    await assert.rejects(service.reference(source, "text"), /first load/);
    assert.equal(await service.reference(source, "text"), "One");
    assert.equal(await service.reference(source, "text"), "One");
    assert.equal(loads, 2);
  });
});
