import * as vscode from "vscode";
import type { Source } from "../../core/library/library";
import { toTextDocument } from "../convert";
import { pickStyle } from "../stylePicker";
import { showWritten } from "./pageActions";
import { styleNameOf } from "./pageStyles";
import type { PageSurroundings } from "./sourcePages";

/** Lets the writer choose the style of a page's reference: of the first one that of the document, of the others one for all pages. */
export async function choosePageStyle(index: number, source: Source | undefined, panel: vscode.WebviewPanel, { service, styles, sourcesView: { document } }: PageSurroundings): Promise<void> {
  if (index === 0) {
    await showWritten(document, panel);
    await vscode.commands.executeCommand("sourcebook.selectStyle");
    return;
  }
  const own = await styleNameOf(service, document);
  const text = document && toTextDocument(document);
  const chosen = await pickStyle({
    styles: await service.styles(),
    current: styles.besides(own)[index - 1] ?? own,
    onFocus: () => undefined,
    sample: async (id) => source && service.styleSample(id, [source], text),
    hasFile: false,
  });
  if (chosen !== undefined && chosen !== "file") await styles.choose(index - 1, chosen.id, own);
}
