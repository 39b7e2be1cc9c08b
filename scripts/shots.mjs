// Takes the pictures of the README and of the walkthrough from the real product into media. Words choose pictures by what their path holds;
// none means all.
import { mkdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main, Refusal } from "./lib/ending.mjs";
import { root, scratchFolder } from "./lib/project.mjs";
import { readmePictures } from "./shots/readme.mjs";
import { walkthroughPictures } from "./shots/walkthrough.mjs";

/** Nothing that draws the eye away from what a picture is about. */
const settings = {
  "breadcrumbs.enabled": false, "editor.fontSize": 14, "editor.lightbulb.enabled": "off", "editor.wordWrap": "on", "explorer.decorations.badges": false,
  "git.enabled": false, "window.commandCenter": false, "workbench.layoutControl.enabled": false, "workbench.editor.editorActionsLocation": "hidden",
};

const pictures = [...readmePictures, ...walkthroughPictures];

await main(async () => {
  const words = process.argv.slice(2);
  const wanted = pictures.filter(({ path }) => words.length === 0 || words.some((word) => path.includes(word)));
  if (wanted.length === 0) throw new Refusal(`No such picture. There are: ${pictures.map(({ path }) => path).join(" ")}`);
  await ensureDependencies();
  const openWorkbench = await startServed();
  for (const picture of wanted) await takePicture(picture, openWorkbench);
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
 * @param {import("./shots/gestures.mjs").Picture} picture
 * @param {typeof import("../test/integration/ui/workbench.ts").openWorkbench} openWorkbench
 */
async function takePicture({ path, theme, scale, maxBytes, take }, openWorkbench) {
  const file = join(root, "media", `${path}.png`);
  mkdirSync(dirname(file), { recursive: true });
  const workbench = await openWorkbench({ scale, size: { width: 1060, height: 760 }, settings });
  try {
    await workbench.setTheme(theme);
    await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
    await take(workbench, file);
  } finally {
    await workbench.close();
  }
  const { size } = statSync(file);
  console.log(`${relative(root, file)} (${Math.ceil(size / 1000)} KB)`);
  if (size > maxBytes) throw new Refusal(`The picture is larger than ${maxBytes / 1000} KB: crop it more.`);
}
