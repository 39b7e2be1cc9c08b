import assert from "node:assert/strict";
import type { Disposable, FileChange, Uri } from "../../../../src/core/ports";
import { Emitter } from "../../../../src/core/events";
import { createFileListing } from "../../../../src/core/library/fileListing";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";
import { serviceFor } from "../../../support/service";

/** A workspace that tells what it is made to tell, and how often it was asked for its files. */
class ToldWorkspace {
  readonly changes = new Emitter<FileChange>();
  readonly folderChanges = new Emitter<void>();
  readonly onDidChangeFile = this.changes.event;
  readonly onDidChangeFolders = this.folderChanges.event;
  readonly folders: readonly Uri[] = ["file:///paper"];
  files: readonly Uri[] = [];
  listings = 0;
  failures = 0;

  findFiles(): Promise<readonly Uri[]> {
    this.listings++;
    return this.failures-- > 0 ? Promise.reject(new Error("not now")) : Promise.resolve(this.files);
  }
}

describe("The list of a workspace's files", () => {
  let workspace: ToldWorkspace;
  let listing: ReturnType<typeof createFileListing>;

  beforeEach(async () => {
    workspace = new ToldWorkspace();
    workspace.files = ["file:///paper/known.bib"];
    listing = createFileListing(workspace, [".bib"]);
    await listing.get();
  });

  afterEach(() => listing.dispose());

  const cases: readonly (readonly [what: string, change: FileChange, listings: number])[] = [
    ["a file comes", { uri: "file:///paper/new.bib", kind: "created" }, 2],
    ["a file goes", { uri: "file:///paper/known.bib", kind: "deleted" }, 2],
    ["a folder comes", { uri: "file:///paper/chapters", kind: "created" }, 2],
    ["a folder goes", { uri: "file:///paper/chapters", kind: "deleted" }, 2],
    ["a file changes that is not known, its coming having been missed", { uri: "file:///paper/new.bib", kind: "changed" }, 2],
    ["a known file changes", { uri: "file:///paper/known.bib", kind: "changed" }, 1],
    ["a file of another kind comes", { uri: "file:///paper/notes.txt", kind: "created" }, 1],
    ["a file of another kind changes", { uri: "file:///paper/notes.txt", kind: "changed" }, 1],
    ["a file elsewhere changes", { uri: "file:///other/new.bib", kind: "changed" }, 1],
    ["a new document changes", { uri: "untitled:new.bib", kind: "changed" }, 1],
  ];
  for (const [what, change, listings] of cases) {
    it(`is made ${listings === 1 ? "once" : "again"} where ${what}`, async () => {
      workspace.changes.fire(change);
      await listing.get();
      assert.equal(workspace.listings, listings);
    });
  }

  it("is made again once for a file that is left out, however often it changes", async () => {
    for (let number = 0; number < 100; number++) {
      workspace.changes.fire({ uri: "file:///paper/excluded.bib", kind: "changed" });
      await listing.get();
    }
    assert.equal(workspace.listings, 2);
  });

  it("is made again where it could not be made", async () => {
    workspace.failures = 1;
    listing.forget();
    await assert.rejects(listing.get());
    assert.deepEqual(await listing.get(), workspace.files);
  });

  it("leaves no listener behind", () => {
    listing.dispose();
    assert.equal(workspace.changes.listenerCount + workspace.folderChanges.listenerCount, 0);
  });
});

describe("A file whose coming the host did not tell of", () => {
  /** Loses what is told of files that come, as watchers do where their folder has come a moment before. */
  class ForgetfulWorkspace extends InMemoryWorkspace {
    override readonly onDidChangeFile = (listener: (change: FileChange) => void): Disposable => this.changes.event(listener);
    readonly changes = new Emitter<FileChange>();

    tell(kind: FileChange["kind"], path: string): void {
      this.changes.fire({ uri: this.uri(path), kind });
    }
  }

  it("is seen with its last content once it changes", async () => {
    const workspace = new ForgetfulWorkspace({ "paper.md": "@key" });
    const { service } = serviceFor({}, { workspace });
    const keys = async (): Promise<readonly unknown[]> => (await service.library(workspace.document("paper.md"))).library.parts.filter(({ origin }) => origin === "workspace").flatMap(({ bibliography }) => bibliography.entries.map(({ key }) => key));
    assert.deepEqual(await keys(), []);
    workspace.write("new/refs.bib", "@book{one, title={T}}");
    workspace.write("new/refs.bib", "@book{two, title={T}}");
    workspace.tell("changed", "new/refs.bib");
    assert.deepEqual(await keys(), ["two"]);
    service.dispose();
  });
});
