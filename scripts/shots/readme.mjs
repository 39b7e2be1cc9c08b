import { openReflowed, takeCompletion, takeHover, takeMarkdownCompletion, takePreview, takeSources } from "./gestures.mjs";

/** @typedef {import("./gestures.mjs").Picture} Picture */

/** So that the README loads fast. */
const maxBytes = 200_000;

/**
 * @param {string} name
 * @param {Picture["theme"]} theme
 * @param {Picture["take"]} take
 * @returns {Picture}
 */
const picture = (name, theme, take) => ({ path: `screenshots/${name}`, theme, scale: 1.75, maxBytes, take });

/** @type {readonly Picture[]} */
export const readmePictures = [
  picture("completion-markdown", "light", takeMarkdownCompletion),
  picture("completion-latex", "dark", async (workbench, path) => {
    await openReflowed(workbench, "paper.tex");
    await workbench.editor.putCursorAfter("{zhebin2006situation}.");
    await takeCompletion(workbench, { paragraph: "See \\cite{}", typed: "sanctions", from: "Twenty years", path });
  }),
  picture("hover", "light", takeHover),
  picture("sources", "light", (workbench, path) => takeSources(workbench, path, 12)),
  picture("preview", "dark", takePreview),
  picture("insert-citation", "dark", async (workbench, path) => {
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
  }),
];
