// What a Node host can tell by its debugger; test/integration/web/worker.test.ts tells the same of a web host.
import assert from "node:assert/strict";
import { Session, type Debugger } from "node:inspector";
import { changeSetting, closeEditors, completionsAt, hoverSays, hoverTextAt, openText, resetSettings } from "./support";

describe("activation", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  it("leaves the slow part out; so does completion, and so do references, which another thread formats", async () => {
    const opened = await openText("markdown", "[@zakharova2016econ‸omic]");
    assert.ok((await completionsAt(opened)).length > 0);
    assert.match(await hoverTextAt(opened), /Zakharova, L\. \(2016\)\. Economic/);
    await changeSetting("sourcebook.style", "vancouver");
    await hoverSays(opened, /Zakharova L\. Economic/);
    assert.deepEqual(scriptsNamed("references.js"), []);
  });
});

/** The scripts that this host has evaluated, by the end of their address; the debugger knows them all. */
function scriptsNamed(name: string): readonly string[] {
  const session = new Session();
  const found: string[] = [];
  session.connect();
  session.on("Debugger.scriptParsed", ({ params: { url } }: { readonly params: Debugger.ScriptParsedEventDataType }) => {
    if (url.endsWith(`sourcebook/${name}`)) found.push(url);
  });
  session.post("Debugger.enable");
  session.disconnect();
  return found;
}
