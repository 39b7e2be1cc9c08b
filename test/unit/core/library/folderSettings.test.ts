import assert from "node:assert/strict";
import { settingsOf } from "../../../../src/core/library/folderSettings";
import { defaultSettings, type Settings } from "../../../../src/core/model/settings";
import { serviceFor } from "../../../support/service";

const withStyle = (style: string): Settings => ({ ...defaultSettings, style });

describe("Settings of folders", () => {
  const of = settingsOf({ settings: withStyle("window"), folderSettings: new Map([["file:///a", withStyle("a")], ["file:///a/b", withStyle("b")], ["file:///d%20d", withStyle("d")]]) });
  const cases: readonly (readonly [uri: string | undefined, style: string])[] = [
    [undefined, "window"], ["untitled:Untitled-1", "window"], ["file:///c/paper.md", "window"], ["file:///ab/paper.md", "window"], ["vscode-vfs://host/a/paper.md", "window"],
    ["file:///a/paper.md", "a"], ["file:///a/b/paper.md", "b"], ["file:///d%20d/paper.md", "d"],
  ];
  for (const [uri, style] of cases) it(`of ${uri ?? "no file"} are those of ${style}`, () => assert.equal(of(uri).style, style));

  it("decide which bibliographies a document sees and which commands cite, each folder's own where names are the same", async () => {
    const folders = ["file:///one", "file:///two"] as const;
    const { service, workspace } = serviceFor({
      "file:///one/refs.bib": "@book{first, title={T}}", "file:///two/refs.bib": "@book{second, title={T}}",
      "file:///one/paper.tex": "\\mine{k}", "file:///two/paper.tex": "\\mine{k}",
    }, { folders });
    service.updateSettings({ ...defaultSettings, corpus: "never" }, new Map([
      [folders[0], { ...defaultSettings, corpus: "never", bibliographies: ["refs.bib"], citationCommands: ["mine"] }],
      [folders[1], { ...defaultSettings, corpus: "never", bibliographies: ["*.bib"] }],
    ]));
    const seen = await Promise.all(folders.map(async (folder) => {
      const document = workspace.document(`${folder}/paper.tex`);
      const { library } = await service.library(document);
      return [library.parts.flatMap(({ bibliography }) => bibliography.entries.map(({ key }) => key)), service.parse(document)?.clusters.length];
    }));
    assert.deepEqual(seen, [[["first"], 1], [["second"], 0]]);
    service.dispose();
  });
});
