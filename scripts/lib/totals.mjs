/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export function sum(all) {
  const add = (/** @type {keyof Totals} */ name) => all.reduce((total, totals) => total + totals[name], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}

/** @param {Totals} totals */
export function describeTotals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Reads the summary that mocha's own reporters end with.
 * @param {string} output
 * @param {number} status mocha's exit code
 * @returns {Totals} never without a failure when mocha failed or ran nothing
 */
export function readSummary(output, status) {
  const count = (/** @type {string} */ word) => Number([...output.matchAll(new RegExp(`^ {2}(\\d+) ${word}`, "gm"))].at(-1)?.[1] ?? 0);
  const totals = { passed: count("passing"), failed: count("failing"), skipped: count("pending") };
  const silent = totals.failed === 0 && (status !== 0 || totals.passed === 0);
  return silent ? { ...totals, failed: 1 } : totals;
}
