// What must happen before the process is gone: servers ended, scratch folders removed. It happens on a normal end, on a
// failure, on Ctrl+C and when the terminal is closed.

/** @type {Set<() => void>} */
const disposers = new Set();

/**
 * Runs `dispose` when the process ends; the newest goes first, so that a server ends before its data is removed.
 * @param {() => void} dispose synchronous; must bear being the second to try
 * @returns {() => void} runs it now instead
 */
export function atEnd(dispose) {
  disposers.add(dispose);
  return () => {
    if (disposers.delete(dispose)) dispose();
  };
}

process.on("exit", () => {
  for (const dispose of [...disposers].reverse()) {
    try {
      dispose();
    } catch (error) {
      console.error(`Could not clean up: ${error instanceof Error ? error.message : error}`);
    }
  }
});

for (const [signal, number] of /** @type {const} */ ([["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]])) {
  process.on(signal, () => process.exit(128 + number));
}

/** Something the person at the terminal can put right; shown as its words, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a script's body; what it throws becomes a message and exit code 1.
 * @param {() => Promise<number | void>} body gives the exit code, 0 when it gives none
 * @returns {Promise<never>}
 */
export async function main(body) {
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exit(1);
  }
}
