/**
 * What citation-js's mappings use of its core, which bundles take instead of it (scripts/lib/citationJsCore.mjs): the rest of the
 * core fetches from the network.
 */
import { Translator } from "@citation-js/core/lib-mjs/util/translator.js";

export const util = { Translator };
