import { createReferenceEngine } from "../../src/core/format/referenceEngine";
import { styleFiles } from "./styleFiles";

/** One for all tests, as it keeps the styles that it has read. */
export const referenceEngine = createReferenceEngine(styleFiles);
