/** The slow part (citation-js and the CSL processor) as a bundle of its own, for a worker, or for the host where no worker can be had. */
export { createEngine } from "./createEngine";
export { serve } from "./serve";
