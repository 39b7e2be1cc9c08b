import { resolve } from "node:path";
import { styleFilesIn } from "../../src/cli/styleFiles";

/** The styles and locales that ship; `npm run styles` makes them. */
export const styleFiles = styleFilesIn(resolve("data/styles"));
