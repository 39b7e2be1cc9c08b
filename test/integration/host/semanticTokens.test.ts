import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText } from "./support";

describe("colours of citations", () => {
  afterEach(closeEditors);

  for (const [language, text] of [["markdown", "[see @zhebin2017north, p. 3; @nobody1999]"], ["latex", "\\citep[see][3]{zhebin2017north,nobody1999}"]] as const) {
    it(`are those of keys, locators and words in ${language}`, async () => {
      const { document } = await openText(language, text);
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend", document.uri);
      const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
      const told: string[] = [];
      let character = 0;
      for (let at = 0; at < data.length; at += 5) {
        character += data[at + 1] ?? 0;
        const modifier = legend.tokenModifiers.find((_, bit) => ((data[at + 4] ?? 0) >> bit) % 2 === 1);
        told.push(`${legend.tokenTypes[data[at + 3] ?? 0] ?? ""} ${text.slice(character, character + (data[at + 2] ?? 0))}${modifier === undefined ? "" : ` ${modifier}`}`);
      }
      assert.deepEqual([...told].sort(), ["citationAffix see", "citationKey nobody1999 unknown", "citationKey zhebin2017north known", "citationLocator 3"]);
    });
  }
});
