import assert from "node:assert/strict";
import fc from "fast-check";
import type { BibtexBibliography } from "../../../../src/core/bibliography/bibtex/bibtexBibliography";
import { editBibtex } from "../../../../src/core/bibliography/bibtex/editBibtex";
import { readKeptIndex, writeKeptIndex, type KeptFor } from "../../../../src/core/library/kept/keptIndex";
import { carrySearchIndex, searchIndexOf } from "../../../../src/core/library/searchIndex";
import { finishNow } from "../../../../src/core/steps";
import { decodeText } from "../../../../src/core/text/decode";
import { bibtexText } from "../../../support/bibtexTexts";
import { bibtexFile, readBibtexText, searched, shown } from "../../../support/readBibtex";

const keptForText = (text: string, other: Partial<KeptFor> = {}): KeptFor => ({ uri: "file:///paper/a.bib", content: new TextEncoder().encode(text), edition: "1.0.0", ...other });

/** The text as it is read from its bytes: half characters are not kept. */
const readBack = (text: string): string => decodeText(new TextEncoder().encode(text)).text;

function write(text: string, other: Partial<KeptFor> = {}): Uint8Array {
  const kept = finishNow(writeKeptIndex(keptForText(text, other), readBibtexText(text)));
  assert.ok(kept);
  return kept;
}

function readKept(kept: Uint8Array, text: string, other: Partial<KeptFor> = {}): BibtexBibliography | undefined {
  return finishNow(readKeptIndex(kept, keptForText(text, other), text));
}

function assertSame(found: BibtexBibliography, anew: BibtexBibliography, text: string): void {
  assert.deepEqual(searched(searchIndexOf(found)), searched(searchIndexOf(anew)), text);
  assert.deepEqual(shown(found), shown(anew), text);
}

const texts = fc.oneof(bibtexFile, bibtexText).map(readBack);
const sample = `@string{s = {Shared é}}\n@article{doe, author = {Döe, J. and {Жебин}, A.}, title = s # { words}, year = 2001, ids = {old}}\n@misc{doe, crossref = {doe}\n@xdata{x, title = {Y}}\n`;

describe("A kept index", () => {
  it("says what reading the file says, also when it is edited later", () => {
    fc.assert(fc.property(texts, fc.nat(), fc.constantFrom("", "}", "@misc{new, title = {New}}\n"), (text, at, added) => {
      const found = readKept(write(text), text);
      assert.ok(found);
      assertSame(found, readBibtexText(text), text);
      const start = at % (text.length + 1);
      const after = text.slice(0, start) + added + text.slice(start + 3);
      const edited = finishNow(editBibtex(found, after));
      if (edited === undefined) return;
      carrySearchIndex(found, edited.bibliography, edited.splice);
      assertSame(edited.bibliography, readBibtexText(after), JSON.stringify([text, after]));
    }), { numRuns: 300 });
  });

  it("is as long as it takes", () => {
    const text = Array.from({ length: 2000 }, (_, number) => `@book{k${number % 1500}, author = {Ünal ${number}}, title = {Title ${number}}, ids = {old${number}}, year = {${number}}}\n`).join("");
    const found = readKept(write(text), text);
    assert.ok(found);
    assertSame(found, readBibtexText(text), "");
  });

  it("is ignored where any byte of it is another", () => {
    const kept = write(sample);
    assert.ok(readKept(kept, sample));
    for (let place = 0; place < kept.length; place++) {
      for (const bits of [1, 0x80, 0xff]) {
        const damaged = kept.slice();
        damaged[place] = (damaged[place] ?? 0) ^ bits;
        assert.equal(readKept(damaged, sample), undefined, `byte ${place}`);
      }
    }
  });

  it("is ignored where it is cut off or goes on", () => {
    const kept = write(sample);
    for (let end = 0; end < kept.length; end++) assert.equal(readKept(kept.slice(0, end), sample), undefined, `cut at ${end}`);
    for (const more of [1, 4, 16, 64]) assert.equal(readKept(Uint8Array.from([...kept, ...new Uint8Array(more)]), sample), undefined);
  });

  it("is ignored where bytes of it have changed places, or it is something else", () => {
    const kept = write(sample);
    fc.assert(fc.property(fc.nat(kept.length - 1), fc.nat(kept.length - 1), fc.uint8Array({ maxLength: 200 }), (one, other, bytes) => {
      const damaged = kept.slice();
      [damaged[one], damaged[other]] = [kept[other] ?? 0, kept[one] ?? 0];
      if (kept[one] !== kept[other]) assert.equal(readKept(damaged, sample), undefined);
      assert.equal(readKept(bytes, sample), undefined);
      const overwritten = kept.slice();
      overwritten.set(bytes.subarray(0, kept.length - one), one);
      if (overwritten.some((byte, place) => byte !== kept[place])) assert.equal(readKept(overwritten, sample), undefined);
    }));
  });

  it("is of one content, file and edition", () => {
    const kept = write(sample);
    assert.equal(readKept(kept, sample.replace("2001", "2002")), undefined);
    assert.equal(readKept(kept, `${sample} `), undefined);
    assert.equal(readKept(kept, sample, { uri: "file:///paper/b.bib" }), undefined);
    assert.equal(readKept(kept, sample, { edition: "1.0.1" }), undefined);
  });

  it("of what stands anywhere in memory is the same", () => {
    const shifted = new Uint8Array([0, ...new TextEncoder().encode(sample)]).subarray(1);
    assert.deepEqual(write(sample, { content: shifted }), write(sample));
    const kept = new Uint8Array([0, 0, 0, ...write(sample)]).subarray(3);
    assert.ok(readKept(kept, sample));
  });

  it("is not made of files like no others", () => {
    const broken = "@article\n".repeat(5000);
    assert.equal(finishNow(writeKeptIndex(keptForText(broken), readBibtexText(broken))), undefined);
  });
});
