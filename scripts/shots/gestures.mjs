// What several pictures begin with.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("../../test/integration/ui/workbench.ts").Workbench} Workbench */

/**
 * @typedef {object} Picture
 * @property {string} path within media, without its ending
 * @property {"light" | "dark"} theme
 * @property {number} scale device pixels in a CSS pixel
 * @property {number} maxBytes
 * @property {(workbench: Workbench, path: string) => Promise<void>} take
 */

/**
 * Opens a paper with each paragraph on one line, which the narrow window of a picture breaks where it likes.
 * @param {Workbench} workbench
 * @param {string} name
 */
export async function openReflowed(workbench, name) {
  const path = join(workbench.folder, name);
  writeFileSync(path, readFileSync(path, "utf8").replace(/(?<=^.{80,})\n(?=[\w[@(\\])/gm, " "));
  await workbench.openFile(name);
}

/**
 * The list with the first item's reference beside it, below the text from a line on.
 * @param {Workbench} workbench
 * @param {{ paragraph: string, typed: string, from: string, path: string }} options `paragraph` is typed with its last bracket closed, `typed` within that bracket
 */
export async function takeCompletion(workbench, { paragraph, typed, from, path }) {
  const { editor, page } = workbench;
  await editor.type(`\n\n${paragraph}`);
  await editor.press("ArrowLeft");
  await editor.type(typed.slice(0, -1));
  await editor.suggestions();
  await editor.suggestionDetails("(20");
  // The pane takes its right size when it is drawn again.
  await editor.type(typed.slice(-1));
  await page.waitForFunction("(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1)(document.querySelector('.suggest-details > .monaco-scrollable-element > .body'))");
  await workbench.screenshotLines(path, [editor.line(from), editor.suggestWidget, editor.suggestionDetail]);
}

/**
 * @param {Workbench} workbench
 * @param {string} path
 */
export async function takeHover(workbench, path) {
  await openReflowed(workbench, "paper.md");
  await workbench.editor.putCursorAfter("# Introduction");
  await workbench.editor.hover("zakharova2016economic");
  await workbench.screenshotLines(path, [workbench.editor.hoverWidget, workbench.editor.line("later work")]);
}

/**
 * @param {Workbench} workbench
 * @param {string} path
 */
export async function takeMarkdownCompletion(workbench, path) {
  await openReflowed(workbench, "paper.md");
  await workbench.editor.putCursorAfter("click a row.");
  await takeCompletion(workbench, { paragraph: "See []", typed: "@zakh", from: "# Introduction", path });
}

/**
 * The Sources view beside the paper.
 * @param {Workbench} workbench
 * @param {string} path
 * @param {number} lastRow that is in the picture
 */
export async function takeSources(workbench, path, lastRow) {
  const { sideBar } = workbench;
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.setSize(960, 760);
  await openReflowed(workbench, "paper.md");
  await sideBar.open("Sourcebook");
  await sideBar.widen(100);
  await workbench.editor.putCursorAfter("click a row.");
  await workbench.screenshot(path, [workbench.page.locator(".activitybar"), workbench.editor.line("# Introduction")], 0, sideBar.rows.nth(lastRow));
}

/**
 * The paper beside its preview.
 * @param {Workbench} workbench
 * @param {string} path
 */
export async function takePreview(workbench, path) {
  await openReflowed(workbench, "paper.md");
  await workbench.editor.putCursorAfter("# Introduction");
  await workbench.runCommand("Markdown: Open Preview to the Side");
  await workbench.setSize(900, 520);
  await workbench.webview.body.locator(".sourcebook-citation", { hasText: "Zhebin, 2006" }).first().waitFor();
  // The preview follows the paper to its end, where it cites much and lists what it cites.
  await workbench.page.locator(`.tab[data-resource-name="paper.md"]`).first().click();
  await workbench.editor.press("Control+End");
  await workbench.webview.until("document.querySelector('table').getBoundingClientRect().bottom < 0");
  await workbench.screenshot(path, [workbench.page.locator(".part.editor")]);
}

/**
 * The list of styles, searched.
 * @param {Workbench} workbench
 * @param {string} path
 */
export async function takeStyles(workbench, path) {
  await openReflowed(workbench, "paper.md");
  await workbench.runCommand("Sourcebook: Select Style");
  await workbench.page.mouse.move(0, 0);
  await workbench.quickInput.fill("political");
  await workbench.quickInput.widget.getByText(/^\(Asmolov and Zakharova 2020\).*•.*•.*•/).waitFor();
  await workbench.screenshot(path, [workbench.quickInput.widget], 16);
}
