import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createCitationService, type CitationService } from "../../../src/core/service";
import { defaultSettings } from "../../../src/core/model/settings";
import { InMemoryWorkspace } from "../../support/inMemoryWorkspace";
import { corpusUri, neverCancelled, serviceFor, silentLogger } from "../../support/service";

describe("A long session", () => {
  it("keeps nothing of a thousand documents that were opened, edited and closed", async () => {
    const { service, workspace } = serviceFor({ "refs.bib": "@book{doe, title={T}}" });
    const listeners = workspace.listenerCount;
    const facts: WeakRef<object>[] = [];
    for (let number = 0; number < 1000; number++) {
      const uri = `untitled:${number}.md`;
      for (const version of [1, 2]) {
        const document = { uri, version, languageId: "markdown", getText: () => `${number} @doe ${version}` };
        const parsed = service.parse(document) ?? assert.fail();
        facts.push(new WeakRef(parsed));
        assert.equal((await service.hover(document, `${number} @`.length, neverCancelled))?.kind, "source");
      }
      service.forget(uri);
    }
    assert.equal(workspace.listenerCount, listeners);
    await collectGarbage();
    assert.ok(facts.filter((fact) => fact.deref() !== undefined).length <= 2);
    service.dispose();
    assert.equal(workspace.listenerCount, 0);
  });

  it("ends with the last content of a file that changes a hundred times while it is asked for", async () => {
    const { service, workspace } = serviceFor({ "refs.bib": "@book{key0, title={T}}" });
    const uri = workspace.uri("refs.bib");
    const answers: Promise<unknown>[] = [];
    for (let number = 1; number <= 100; number++) {
      answers.push(service.bibliography(uri));
      workspace.write("refs.bib", `@book{key${number}, title={T}}`);
      if (number % 7 === 0) await Promise.resolve();
    }
    await Promise.all(answers);
    assert.deepEqual((await service.bibliography(uri))?.bibliography.entries.map(({ key }) => key), ["key100"]);
    assert.ok(workspace.readCount("refs.bib") <= 101);
    service.dispose();
  });

  it("serves two windows on one folder, each with what is on disk", async () => {
    const workspace = new InMemoryWorkspace({ "refs.bib": "@book{one, title={T}}" });
    const [first, second] = [serviceOn(workspace), serviceOn(workspace)];
    const uri = workspace.uri("refs.bib");
    const keys = async (): Promise<readonly unknown[]> => Promise.all([first, second].map(async (service) => (await service.bibliography(uri))?.bibliography.entries.map(({ key }) => key)));
    assert.deepEqual(await keys(), [["one"], ["one"]]);
    workspace.write("refs.bib", "@book{two, title={T}}");
    assert.deepEqual(await keys(), [["two"], ["two"]]);
    first.dispose();
    workspace.write("refs.bib", "@book{three, title={T}}");
    assert.deepEqual((await second.bibliography(uri))?.bibliography.entries.map(({ key }) => key), ["three"]);
    second.dispose();
    assert.equal(workspace.listenerCount, 0);
  });
});

function serviceOn(workspace: InMemoryWorkspace): CitationService {
  return createCitationService({ workspace, logger: silentLogger, settings: defaultSettings, loadEngine: () => Promise.reject(new Error("This test has no engine")), corpusUri });
}

/** A turn of the loop first: what an `await` has held goes with it. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  await new Promise((resolve) => setImmediate(resolve));
  collect();
}
