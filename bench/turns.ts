import { now, timeSince } from "./clock";

/** Watches how long the turns of the event loop are until it is stopped. */
export function watchTurns(): { readonly stop: () => number } {
  let last = now();
  let longest = 0;
  let pending = setImmediate(tick);
  function tick(): void {
    longest = Math.max(longest, timeSince(last));
    last = now();
    pending = setImmediate(tick);
  }
  return {
    stop: () => {
      clearImmediate(pending);
      return longest;
    },
  };
}
