import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseBibliography } from "../../src/core/bibliography/parseBibliography";
import type { Bibliography } from "../../src/core/model/bibliography";
import { decodeText } from "../../src/core/text/decode";

export const fixtureFolder = "test/fixtures/bibliography";

export function readFixture(file: string): Bibliography {
  const bibliography = parseBibliography(`file:///${file}`, decodeText(readFileSync(`${fixtureFolder}/${file}`)).text);
  assert.ok(bibliography);
  return bibliography;
}

/** Each entry in a line: key, type, people, year, title, container. */
export function shownEntries({ entries }: Bibliography): readonly string[] {
  return entries.map(({ key, summary: { type, people, year, title, container } }) => [key, type, people.join("; "), year, title, container].join(" | "));
}
