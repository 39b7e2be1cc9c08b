// Stands in for `node:assert/strict` where tests run in a browser's worker. It holds what those tests use; their types are Node's.

class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly showDiff = true;

  constructor(message: unknown, readonly actual: unknown, readonly expected: unknown) {
    super(message instanceof Error ? message.message : typeof message === "string" ? message : `Expected ${show(expected)}, got ${show(actual)}`);
  }
}

function show(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  return JSON.stringify(value, (_name, part: unknown) => part === undefined ? "undefined" : part);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const entries = Object.entries(a);
  const others = new Map<string, unknown>(Object.entries(b));
  return entries.length === others.size && entries.every(([name, value]) => others.has(name) && isEqual(value, others.get(name)));
}

function check(holds: boolean, message: unknown, actual: unknown, expected: unknown): void {
  if (!holds) throw new AssertionError(message, actual, expected);
}

type Assertion<Actual, Expected> = (actual: Actual, expected: Expected, message?: unknown) => void;

const assert: {
  readonly ok: (value: unknown, message?: unknown) => void;
  readonly fail: (message?: unknown) => void;
  readonly equal: Assertion<unknown, unknown>;
  readonly notEqual: Assertion<unknown, unknown>;
  readonly deepEqual: Assertion<unknown, unknown>;
  readonly match: Assertion<string, RegExp>;
  readonly doesNotMatch: Assertion<string, RegExp>;
} = {
  ok: (value, message) => check(Boolean(value), message, value, true),
  fail: (message) => check(false, message ?? "Failed", undefined, undefined),
  equal: (actual, expected, message) => check(Object.is(actual, expected), message, actual, expected),
  notEqual: (actual, expected, message) => check(!Object.is(actual, expected), message, actual, expected),
  deepEqual: (actual, expected, message) => check(isEqual(actual, expected), message, actual, expected),
  match: (actual, pattern, message) => check(pattern.test(actual), message, actual, pattern),
  doesNotMatch: (actual, pattern, message) => check(!pattern.test(actual), message, actual, pattern),
};

export default assert;
