import assert from "node:assert/strict";
import type { ParsedDocument } from "../../src/core/model/document";
import type { TextRange } from "../../src/core/model/textRange";

type Ranged = readonly { readonly range: TextRange }[];

/** Facts with ranges inside a text. */
export function assertInside(text: string, ...all: readonly Ranged[]): void {
  for (const { range: { start, end } } of all.flat()) assert.ok(start >= 0 && start <= end && end <= text.length);
}

/** Each kind of facts in the order of their places, keys that could stand somewhere one behind the other. */
export function assertInOrder({ keySlots }: ParsedDocument, ...all: readonly Ranged[]): void {
  for (const facts of [keySlots, ...all]) assert.ok(facts.every(({ range }, index) => range.start >= (facts[index - 1]?.range.start ?? 0)));
  assert.ok(keySlots.every(({ range }, index) => range.start >= (keySlots[index - 1]?.range.end ?? 0)));
}

/** Each citation with keys within it; `isWritten` looks at a key and at what stands in its place. */
export function assertKeysWithin(text: string, { clusters }: ParsedDocument, isWritten: (written: string, key: string) => void): void {
  for (const { range, citationItems } of clusters) {
    assert.ok(citationItems.length > 0);
    for (const { key, keyRange } of citationItems) {
      assert.ok(keyRange.start >= range.start && keyRange.end <= range.end);
      isWritten(text.slice(keyRange.start, keyRange.end), key);
    }
  }
}
