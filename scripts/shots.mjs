// Takes the README's pictures from the real product into media/screenshots. Words name the pictures wanted; none means all.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main, Refusal } from "./lib/ending.mjs";
import { root, scratchFolder } from "./lib/project.mjs";

/** @typedef {import("../test/integration/ui/workbench.ts").Workbench} Workbench */

/** So that the README loads fast. */
const maxBytes = 200_000;

/** @type {Record<string, readonly [theme: "light" | "dark", take: (workbench: Workbench, path: string) => Promise<void>]>} */
const pictures = {
  "completion-markdown": ["light", async (workbench, path) => {
    await openReflowed(workbench, "paper.md");
    await workbench.editor.putCursorAfter("click a row.");
    await completion(workbench, "See []", "@zakh", "# Introduction", path);
  }],
  "completion-latex": ["dark", async (workbench, path) => {
    await openReflowed(workbench, "paper.tex");
    await workbench.editor.putCursorAfter("{zhebin2006situation}.");
    await completion(workbench, "See \\cite{}", "sanctions", "Twenty years", path);
  }],
  hover: ["light", async (workbench, path) => {
    await openReflowed(workbench, "paper.md");
    await workbench.editor.putCursorAfter("# Introduction");
    await workbench.editor.hover("zakharova2016economic");
    await workbench.screenshotLines(path, [workbench.editor.hoverWidget, workbench.editor.line("later work")]);
  }],
  sources: ["light", async (workbench, path) => {
    const { sideBar } = workbench;
    await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
    await workbench.setSize(960, 760);
    await openReflowed(workbench, "paper.md");
    await sideBar.open("Sourcebook");
    await sideBar.widen(100);
    await workbench.editor.putCursorAfter("click a row.");
    await workbench.screenshot(path, [workbench.page.locator(".activitybar"), workbench.editor.line("# Introduction")], 0, sideBar.rows.nth(12));
  }],
  "insert-citation": ["dark", async (workbench, path) => {
    await openReflowed(workbench, "paper.md");
    await workbench.editor.putCursorAfter("[@pankina2009trade");
    await workbench.runCommand("Sourcebook: Insert Citation");
    await workbench.page.mouse.move(0, 0);
    await workbench.quickInput.fill("economic cooperation");
    for (const title of ["Economic Cooperation between Russia and North Korea: New Goals and New Approaches", "Russia Returns to North Korea: Trade and Economic Cooperation Yesterday and Today. Potential Development Opportunities"]) {
      await workbench.quickInput.tick(title);
    }
    await workbench.quickInput.focus();
    await workbench.page.mouse.move(0, 0);
    await workbench.screenshot(path, [workbench.quickInput.widget], 16);
  }],
};

/** Nothing that draws the eye away from what a picture is about. */
const settings = {
  "breadcrumbs.enabled": false, "editor.fontSize": 14, "editor.lightbulb.enabled": "off", "editor.wordWrap": "on", "explorer.decorations.badges": false,
  "git.enabled": false, "window.commandCenter": false, "workbench.layoutControl.enabled": false, "workbench.editor.editorActionsLocation": "hidden",
};

await main(async () => {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(pictures);
  const unknown = wanted.filter((name) => !(name in pictures));
  if (unknown.length > 0) throw new Refusal(`Unknown: ${unknown.join(" ")}. Known: ${Object.keys(pictures).join(" ")}`);
  await ensureDependencies();
  const openWorkbench = await startServed();
  const folder = join(root, "media/screenshots");
  mkdirSync(folder, { recursive: true });
  for (const name of wanted) await takePicture(name, join(folder, `${name}.png`), openWorkbench);
});

/** @returns {Promise<typeof import("../test/integration/ui/workbench.ts").openWorkbench>} for windows of a server with the extension as it ships */
async function startServed() {
  const [{ makeVsix }, { ensureServedVscode }, { ensureChromium }, { startWorkbenches }, { bundleModule }] = await Promise.all([
    import("./lib/vsix.mjs"), import("./lib/servedVscode.mjs"), import("./lib/chromium.mjs"), import("./lib/uiTests.mjs"), import("./lib/testBundle.mjs"),
  ]);
  const scratch = scratchFolder("sourcebook");
  const vsix = join(scratch, "sourcebook.vsix");
  await makeVsix(vsix);
  const { env } = await startWorkbenches({ vsix, vscode: await ensureServedVscode(), browser: await ensureChromium() });
  Object.assign(process.env, env);
  const { openWorkbench } = await import(pathToFileURL(await bundleModule("test/integration/ui/workbench.ts", join(scratch, "workbench.cjs"))).href);
  return openWorkbench;
}

/**
 * @param {string} name
 * @param {string} path
 * @param {typeof import("../test/integration/ui/workbench.ts").openWorkbench} openWorkbench
 */
async function takePicture(name, path, openWorkbench) {
  const [theme, take] = pictures[name] ?? [];
  if (theme === undefined || take === undefined) return;
  const workbench = await openWorkbench({ scale: 1.75, size: { width: 1060, height: 760 }, settings });
  try {
    await workbench.setTheme(theme);
    await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
    await take(workbench, path);
  } finally {
    await workbench.close();
  }
  const { size } = statSync(path);
  console.log(`${relative(root, path)} (${Math.ceil(size / 1000)} KB)`);
  if (size > maxBytes) throw new Refusal(`The picture is larger than ${maxBytes / 1000} KB: crop it more.`);
}

/**
 * Opens a paper with each paragraph on one line, which the narrow window of a picture breaks where it likes.
 * @param {Workbench} workbench
 * @param {string} name
 */
async function openReflowed(workbench, name) {
  const path = join(workbench.folder, name);
  writeFileSync(path, readFileSync(path, "utf8").replace(/(?<=^.{80,})\n(?=[\w[@(\\])/gm, " "));
  await workbench.openFile(name);
}

/**
 * The list with the first item's reference beside it, below the text from a line on.
 * @param {Workbench} workbench
 * @param {string} paragraph that is typed, with its last bracket closed
 * @param {string} typed within the bracket
 * @param {string} from
 * @param {string} path
 */
async function completion(workbench, paragraph, typed, from, path) {
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
