export { finishNow as finish } from "../steps";

/** How much of a text is read in one step, in characters. */
export const stepLength = 1 << 18;

/** How many entries are looked at in one step, where each is read. */
export const entriesInStep = 256;
