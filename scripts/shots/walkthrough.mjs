import { takeHover, takeMarkdownCompletion, takePreview, takeSources, takeStyles } from "./gestures.mjs";

/** @typedef {import("./gestures.mjs").Picture} Picture */

/** So that the package, which holds them, stays small. */
const maxBytes = 100_000;

/** @type {Record<string, Picture["take"]>} */
const steps = {
  hover: takeHover,
  completion: takeMarkdownCompletion,
  sources: (workbench, path) => takeSources(workbench, path, 14),
  style: takeStyles,
  preview: takePreview,
};

/** Each in a light and a dark theme. @type {readonly Picture[]} */
export const walkthroughPictures = Object.entries(steps).flatMap(([name, take]) =>
  /** @type {const} */ (["light", "dark"]).map((theme) => ({ path: `walkthrough/${name}.${theme}`, theme, scale: 1, maxBytes, take })));
