import assert from "node:assert/strict";
import fc from "fast-check";
import { createPreviews, type Previews } from "../../../../../src/core/features/preview/previews";
import type { ReferenceEngine } from "../../../../../src/core/ports";
import { renderPreview } from "../../../../support/preview";
import { plainEngine, type EngineLog } from "../../../../support/plainEngine";
import { serviceFor, silentLogger, type ServiceOptions } from "../../../../support/service";
import type { InMemoryWorkspace } from "../../../../support/inMemoryWorkspace";

const bib = "@book{doe, title={Walls}, author={Doe, Jane}, year={2001}}\n@book{roe, title={Doors}, author={Roe, Rich}, year={2002}}";

interface Opened {
  readonly previews: Previews;
  readonly workspace: InMemoryWorkspace;
  readonly log: EngineLog;
  readonly errors: string[];
  /** The preview as it is shown when all has come to rest, and how often it was rendered anew by itself. */
  readonly settle: () => Promise<{ readonly html: string; readonly refreshes: number }>;
  readonly render: () => string;
  /** How often previews were to be rendered anew. */
  readonly requests: () => number;
  readonly close: () => void;
}

interface OpenOptions extends ServiceOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** The engine takes its time. */
  readonly slow?: boolean;
  /** How many requests to render previews anew get lost on the way. */
  readonly lost?: number;
}

function open(text: string, { files = {}, slow = false, lost = 0, ...options }: OpenOptions = {}): Opened {
  const log: EngineLog = { documents: [] };
  const errors: string[] = [];
  const { service, workspace } = serviceFor({ "a.md": text, "a.bib": bib, ...files }, { loadEngine: () => Promise.resolve(slow ? slowEngine(plainEngine(log)) : plainEngine(log)), ...options });
  const uri = workspace.uri("a.md");
  let html = "";
  let refreshes = 0;
  let isClosed = false;
  const render = (): string => html = renderPreview(workspace.document("a.md").getText(), { page: previews.page(uri) });
  const previews = createPreviews({
    service,
    logger: { ...silentLogger, error: (message, error) => errors.push(`${message} ${String(error)}`) },
    find: (wanted) => wanted === uri && !isClosed ? workspace.document("a.md") : undefined,
    refresh: () => {
      refreshes++;
      if (refreshes > lost) render();
    },
  });
  const settle = async (): Promise<{ readonly html: string; readonly refreshes: number }> => {
    const before = refreshes;
    // Everything is in memory: what goes on goes on in microtasks.
    for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
    return { html, refreshes: refreshes - before };
  };
  const close = (): void => {
    isClosed = true;
  };
  return { previews, workspace, log, errors, settle, render, requests: () => refreshes, close };
}

function slowEngine(engine: ReferenceEngine): ReferenceEngine {
  return {
    ...engine,
    formatDocument: async (...args) => {
      await new Promise((resolve) => setImmediate(resolve));
      return engine.formatDocument(...args);
    },
  };
}

const text = (html: string): string => html.replace(/<div id="refs">[^]*$/, "").replace(/<[^>]*>/g, "").trim();

describe("previews", () => {
  it("keep nothing of a document that was closed, whether a preview is open or not", () => {
    const opened = open("[@doe]");
    opened.render();
    opened.previews.forget(opened.workspace.uri("a.md"));
    assert.equal(opened.previews.count(), 1, "it is open still, in another language");
    opened.close();
    opened.previews.forget(opened.workspace.uri("a.md"));
    assert.equal(opened.previews.count(), 0);
  });

  for (const [what, lost, shown, asked] of [["ask again for a page where that got lost", 2, "&lt;doe&gt;", 3], ["do not ask for ever for a page that nobody renders", 99, "[@doe]", 5]] as const) {
    it(what, async () => {
      const { render, settle, previews, requests } = open("[@doe]", { lost });
      render();
      await settle();
      for (let times = 0; times < 8; times++) previews.update();
      assert.deepEqual([text((await settle()).html), requests()], [shown, asked]);
    });
  }

  it("show keys, then plain words, then the style, and come to rest", async () => {
    let give: (engine: ReferenceEngine) => void = () => undefined;
    const { render, settle } = open("[@doe]", { loadEngine: () => new Promise((resolve) => give = resolve) });
    assert.equal(text(render()), "[@doe]");
    const plain = await settle();
    assert.deepEqual([text(plain.html), plain.refreshes], ["(Doe 2001)", 1]);
    give(plainEngine());
    const formatted = await settle();
    assert.deepEqual([text(formatted.html), formatted.refreshes], ["&lt;doe&gt;", 1]);
    assert.equal((await settle()).refreshes, 0);
  });

  it("do not refresh for an edit that leaves the citations as they are", async () => {
    const { render, settle, workspace, log } = open("[@doe]");
    render();
    await settle();
    workspace.edit("a.md", "Text [@doe]");
    assert.equal(text(render()), "Text &lt;doe&gt;");
    assert.equal((await settle()).refreshes, 0);
    assert.equal(log.documents.length, 1);
  });

  it("refresh once for a new citation, which is shown in plain words until then", async () => {
    const { render, settle, workspace } = open("[@doe]");
    render();
    await settle();
    workspace.edit("a.md", "[@doe] [@roe]");
    assert.equal(text(render()), "&lt;doe&gt; (Roe 2002)");
    const { html, refreshes } = await settle();
    assert.deepEqual([text(html), refreshes], ["&lt;doe&gt; &lt;roe&gt;", 1]);
  });

  it("follow bibliographies when they are told to look", async () => {
    const { render, settle, workspace, previews } = open("[@doe]");
    render();
    await settle();
    workspace.edit("a.bib", bib.replace("Walls", "Roofs"));
    assert.equal((await settle()).refreshes, 0);
    previews.update();
    const { html, refreshes } = await settle();
    assert.deepEqual([html.includes("doe: Roofs"), refreshes], [true, 1]);
    previews.update();
    assert.equal((await settle()).refreshes, 0);
  });

  it("forget documents that are closed", async () => {
    const { render, settle, workspace, previews, log, close } = open("[@doe]");
    render();
    await settle();
    close();
    workspace.edit("a.bib", "");
    previews.update();
    assert.deepEqual([(await settle()).refreshes, log.documents.length], [0, 1]);
  });

  const actions = fc.constantFrom<(opened: Opened) => Promise<void> | void>(
    ({ workspace, render }) => {
      workspace.edit("a.md", `${workspace.document("a.md").getText()} [@doe]`);
      render();
    },
    ({ workspace }) => workspace.edit("a.md", "New [@roe] [@nobody]"),
    ({ workspace }) => workspace.edit("a.bib", bib.replace("Walls", `Walls ${workspace.document("a.bib").version}`)),
    ({ render }) => void render(),
    ({ previews }) => previews.update(),
    () => Promise.resolve(),
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  it("end up right, whatever happens while they are fetched", async () => {
    await fc.assert(fc.asyncProperty(fc.array(actions, { maxLength: 12 }), async (done) => {
      const opened = open("[@doe]", { slow: true });
      opened.render();
      for (const act of done) await act(opened);
      opened.render();
      opened.previews.update();
      const { html } = await opened.settle();
      const { workspace } = opened;
      const fresh = open(workspace.document("a.md").getText(), { files: { "a.bib": workspace.document("a.bib").getText() } });
      fresh.render();
      assert.equal(html, (await fresh.settle()).html);
    }), { numRuns: 30 });
  });

  const uncited: readonly string[] = ["Thanks to @octocat!", "Text", ""];
  for (const written of uncited) {
    it(`leave alone what cites nothing: ${JSON.stringify(written)}`, async () => {
      const { render, settle, log } = open(written, { files: { "a.bib": "" } });
      const first = render();
      assert.deepEqual(await settle(), { html: first, refreshes: 0 });
      assert.equal(log.documents.length, 0);
    });
  }

  it("show the list of what is cited nowhere but in the front matter", async () => {
    const { render, settle } = open("---\nnocite: '@roe'\n---\n\nText");
    render();
    assert.match((await settle()).html, /<div id="refs">\n[^]*roe: Doors/);
  });

  it("say once that the engine cannot be loaded, and show plain words", async () => {
    const { render, settle, errors } = open("[@doe]", { loadEngine: () => Promise.reject(new Error("No engine")) });
    render();
    const { html, refreshes } = await settle();
    assert.deepEqual([text(html), refreshes, errors.length], ["(Doe 2001)", 1, 1]);
    render();
    assert.deepEqual([(await settle()).refreshes, errors.length], [0, 1]);
  });

  it("are of Markdown documents that are open", async () => {
    const { previews, workspace } = open("[@doe]");
    assert.equal(previews.page(workspace.uri("b.md")), undefined);
    previews.dispose();
    await Promise.resolve();
  });
});
