/** The slow part (citation-js and the CSL processor) as a bundle of its own, loaded on first use. */
export { createReferenceEngine } from "../core/format/referenceEngine";
