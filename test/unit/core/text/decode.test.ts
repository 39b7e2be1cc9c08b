import assert from "node:assert/strict";
import { decodeText } from "../../../../src/core/text/decode";

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("Decoding", () => {
  const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
  const rows: readonly (readonly [name: string, bytes: readonly number[], text: string, encoding: string])[] = [
    ["nothing", [], "", "utf-8"],
    ["ASCII", utf8("@a{b}"), "@a{b}", "utf-8"],
    ["UTF-8", utf8("Müller Жебин 😀"), "Müller Жебин 😀", "utf-8"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...utf8("é")], "é", "utf-8"],
    ["UTF-16, little endian", [0xff, 0xfe, ...utf16("é😀", false)], "é😀", "utf-16le"],
    ["UTF-16, big endian", [0xfe, 0xff, ...utf16("é😀", true)], "é😀", "utf-16be"],
    ["Latin-1", [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], "Müller", "windows-1252"],
    ["Windows-1252", [0x93, 0x61, 0x94, 0x80, 0x97], "“a”€—", "windows-1252"],
    ["bytes that no encoding has", [0x81, 0xff], "\u0081ÿ", "windows-1252"],
    ["UTF-8 that is cut", utf8("é").slice(0, 1), "Ã", "windows-1252"],
  ];
  for (const [name, bytes, text, encoding] of rows) it(name, () => assert.deepEqual(decodeText(Uint8Array.from(bytes)), { text, encoding }));

  it("is the same wherever a long text is cut", () => {
    for (const end of ["a😀é€", "\ufeff\ufeff", "éé"]) {
      for (let shift = 0; shift < 5; shift++) {
        const text = "a".repeat((1 << 21) - shift) + end;
        assert.ok(decodeText(new TextEncoder().encode(text)).text === text);
      }
    }
    for (const isBigEndian of [false, true]) {
      const text = `a${"😀".repeat(1 << 19)}é`;
      assert.ok(decodeText(utf16(`\ufeff${text}`, isBigEndian)).text === text);
    }
    const latin = new Uint8Array((1 << 21) + 5).fill(0xe9);
    assert.deepEqual(decodeText(latin), { text: "é".repeat(latin.length), encoding: "windows-1252" });
  });

  it("gives each byte of Windows-1252 a letter of its own", () => {
    const { text } = decodeText(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    assert.equal(text.length, 256);
    assert.equal(new Set(text).size, 256);
  });
});
