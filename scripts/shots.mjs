// Takes the README's pictures from the real product into media/screenshots. Words name the pictures wanted; none means all.
import { mkdirSync, statSync } from "node:fs";
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
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("asan2018rise].");
    await completion(workbench, " Prices rose as well [@zakh", path);
  }],
  "completion-latex": ["dark", async (workbench, path) => {
    await workbench.openFile("paper.tex");
    await workbench.editor.putCursorAfter("with \\citealp{toloraya2015russia}");
    await completion(workbench, ", but see \\citep{zhebin", path);
  }],
  hover: ["light", async (workbench, path) => {
    await workbench.openFile("paper.md");
    await workbench.editor.hover("zakharova2016economic");
    await workbench.screenshot(path, [workbench.editor.hoverWidget], 70);
  }],
  sources: ["light", async (workbench, path) => {
    const { sideBar } = workbench;
    await workbench.setSize(1000, 560);
    await workbench.openFile("paper.md");
    await sideBar.open("Sourcebook");
    const [first] = await sideBar.readRows();
    if (first?.expanded === false) await sideBar.expand(first.label);
    await sideBar.widen(180);
    await workbench.screenshot(path, [sideBar.part.locator(".composite.title"), sideBar.rows.nth(11)], 48);
  }],
  "insert-citation": ["dark", async (workbench, path) => {
    await workbench.setSize(820, 420);
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("asan2018rise].");
    await workbench.runCommand("Sourcebook: Insert Citation");
    await workbench.quickInput.fill("economic");
    const [first = ""] = await workbench.quickInput.names();
    await workbench.quickInput.tick(first);
    await workbench.screenshot(path, [workbench.quickInput.widget], 16);
  }],
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
  const settings = { "breadcrumbs.enabled": false, "editor.fontSize": 14, "explorer.decorations.badges": false, "git.enabled": false };
  const workbench = await openWorkbench({ scale: 2, settings });
  try {
    await workbench.setTheme(theme);
    await take(workbench, path);
  } finally {
    await workbench.close();
  }
  const { size } = statSync(path);
  console.log(`${relative(root, path)} (${Math.ceil(size / 1000)} KB)`);
  if (size > maxBytes) throw new Refusal(`The picture is larger than ${maxBytes / 1000} KB: crop it more.`);
}

/**
 * The list with the first item's reference beside it, and some lines of text above.
 * @param {Workbench} workbench
 * @param {string} typed
 * @param {string} path
 */
async function completion(workbench, typed, path) {
  const { editor, page } = workbench;
  await editor.type(typed);
  await editor.suggestions();
  const details = page.locator(".suggest-details-container:visible");
  await editor.triggerSuggest();
  await details.getByText(/\(\d{4}\)/).first().waitFor();
  await workbench.screenshot(path, [editor.suggestWidget, details], 80);
}
