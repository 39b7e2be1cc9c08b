import assert from "node:assert/strict";
import { plainTextFrom } from "../../src/core/bibliography/yaml/pandocMarkdown";
import type { Bibliography, BibliographyEntry, BibliographyFormat } from "../../src/core/model/bibliography";
import type { ParsedDocument } from "../../src/core/model/document";
import type { Problem } from "../../src/core/model/problem";
import type { TextRange } from "../../src/core/model/textRange";

function isInside({ start, end }: TextRange, outer: TextRange): boolean {
  return start >= outer.start && start <= end && end <= outer.end;
}

function isInOrder(ranges: readonly TextRange[]): boolean {
  return ranges.every(({ start }, index) => start >= (ranges[index - 1]?.start ?? 0));
}

/** What every bibliography promises of its entries and problems, whatever its text. */
export function checkBibliography(text: string, bibliography: Bibliography): void {
  const whole = { start: 0, end: text.length };
  const { entries, problems, format } = bibliography;
  for (const entry of entries) {
    assert.ok(isInside(entry.range, whole), "an entry lies in the text");
    assert.ok(isInside(entry.keyRange, entry.range), "a key lies in its entry");
    assert.ok(entry.key !== "", "a key is not empty");
    assert.ok(isWrittenKey(text.slice(entry.keyRange.start, entry.keyRange.end), entry.key, format), "a key is what stands at its place");
    checkContents(entry);
  }
  assert.ok(isInOrder(entries.map(({ range }) => range)), "entries stand in order");
  checkProblems(problems, whole);
}

/** Keys that RIS, refer and NBIB do not write are made up, and then stand for any place. */
function isWrittenKey(written: string, key: string, format: BibliographyFormat): boolean {
  switch (format) {
    case "bibtex": return written === key;
    case "csl-json": return written === key || unescaped(written) === key;
    case "csl-yaml":
    case "hayagriva": return [written, plainTextFrom(written), unescaped(written), written.replaceAll("''", "'")].includes(key) || written.length === 1;
    default: return written !== "";
  }
}

function unescaped(written: string): string | undefined {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return undefined;
  }
}

function checkContents(entry: BibliographyEntry): void {
  const { key, summary } = entry;
  for (const text of [summary.type, summary.title, summary.year, summary.container, ...summary.people]) assert.equal(typeof text, "string", "a summary is made of texts");
  if (entry.format === "csl-json") {
    assert.equal(entry.item.id, key, "an item has its entry's key");
    assert.equal(typeof entry.item.type, "string", "an item has a type");
    return;
  }
  let end = entry.keyRange.end;
  for (const { name, nameRange, valueRange, value } of entry.fields) {
    assert.ok(isInside(nameRange, { start: end, end: valueRange.start }) && isInside(valueRange, entry.range), "fields stand in order in their entry");
    assert.ok(entry.effectiveFields.has(name) && typeof value === "string", "an entry has its own fields");
    end = valueRange.end;
  }
  assert.ok(entry.aliases.every((alias) => alias !== ""), "aliases are not empty");
}

function checkProblems(problems: readonly Problem[], whole: TextRange): void {
  for (const { message, range } of problems) {
    assert.ok(isInside(range, whole), "a problem lies in the text");
    assert.ok(message !== "" && message.length < 600, "a problem is told in a sentence");
  }
  assert.ok(isInOrder(problems.map(({ range }) => range)), "problems stand in order");
}

/** What every document promises of its facts. */
export function checkDocument(text: string, document: ParsedDocument): void {
  const whole = { start: 0, end: text.length };
  const { clusters, keySlots, declarations, links, inlineSources, problems, headings, referenceList, body, frontMatter } = document;
  const places = [...[clusters, keySlots, declarations, links, inlineSources, headings].flatMap((facts) => facts.map(({ range }) => range)), referenceList, body, frontMatter];
  for (const place of places) assert.ok(place === undefined || isInside(place, whole), "facts lie in the text");
  for (const facts of [clusters, keySlots]) assert.ok(isInOrder(facts.map(({ range }) => range)), "facts stand in order");
  assert.ok(keySlots.every(({ range }, index) => range.start >= (keySlots[index - 1]?.range.end ?? 0)), "places of keys do not overlap");
  for (const { range, citationItems } of clusters) {
    assert.ok(citationItems.length > 0, "a citation has a key");
    for (const { key, keyRange } of citationItems) {
      assert.ok(key !== "" && isInside(keyRange, range), "a key lies in its citation");
      assert.equal(comparable(text.slice(keyRange.start, keyRange.end)), comparable(key), "a key is what stands at its place");
    }
  }
  for (const { keyRange, range } of inlineSources) assert.ok(isInside(keyRange, range), "a key lies in its source");
  checkProblems(problems, whole);
}

/** Comments and line breaks are no part of a key. */
function comparable(key: string): string {
  return key.replace(/(\\[^])|%[^\r\n]*(?:\r\n|\r|\n)?[ \t]*/g, "$1").replace(/\s+/g, " ");
}
