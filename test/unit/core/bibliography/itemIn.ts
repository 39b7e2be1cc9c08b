import assert from "node:assert/strict";
import type { Bibliography } from "../../../../src/core/model/bibliography";
import type { CslItem } from "../../../../src/core/model/cslItem";

/** The item of a bibliography's first entry, without its id. */
export function itemIn({ entries: [entry] }: Bibliography): Partial<CslItem> {
  assert.ok(entry?.format === "csl-json");
  return Object.fromEntries(Object.entries(entry.item).filter(([variable]) => variable !== "id"));
}
