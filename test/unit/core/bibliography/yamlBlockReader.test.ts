import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument, stringify } from "yaml";
import { readBlockYaml } from "../../../../src/core/bibliography/yaml/yamlBlockReader";

/** Maps and lists as JSON shows them, in order. */
function shown(value: unknown): unknown {
  if (value === null) return "";
  if (value instanceof Map) return { map: [...value].map(([key, inside]: [unknown, unknown]) => [key, shown(inside)]) };
  return Array.isArray(value) ? value.map(shown) : value;
}

/** What the YAML library makes of the text; `undefined` where it finds it invalid. */
function reference(text: string): unknown {
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent", prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  try {
    return shown(document.toJS({ mapAsMap: true }));
  } catch (error) {
    // an alias of nothing is found only then
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

const scalars = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom("it's", "x: y", "# c", "C# is #1", "- d", "2001-05-04", "1.10", "true", "", "a\nb", "a\n\nb\n", "  lead", "trail ", "[x]", "{y}", "*em*", "&a", "!t", "%p", "@at", "`c`", "|", "\"q\"", "\\n", "é\t",
    "a text that is long and has so many words that whoever writes it folds it somewhere, for all that: with a colon"),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalars, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(fc.oneof(fc.constantFrom("id", "title", "date-parts"), fc.string({ minLength: 1, maxLength: 5 })), tie("value"), { maxKeys: 4 })),
})).value;
const styles = fc.record({
  defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const, "BLOCK_LITERAL" as const, "BLOCK_FOLDED" as const),
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const), indentSeq: fc.boolean(), lineWidth: fc.constantFrom(20, 80),
});
const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(" ", "\n", "\"", "'", "- ", ": ", "#", "[", "}", "\t", "x", ",", "\r\n", "")), { maxLength: 2 });

describe("readBlockYaml", () => {
  it("reads what it reads as the YAML library does, whatever was written and then edited", () => {
    fc.assert(fc.property(values, styles, edits, (value, style, changes) => {
      const text = changes.reduce((written, [at, piece]) => {
        const place = at % (written.length + 1);
        return written.slice(0, place) + piece + written.slice(place + (piece === "" ? 1 : 0));
      }, stringify(value, { ...style, aliasDuplicateObjects: false }));
      // the library takes a carriage return alone for a letter; document marks are taken out before
      if (/\r(?!\n)|^(?:---|\.\.\.)/m.test(text)) return;
      const read = readBlockYaml(text, 0, text.length);
      const expected = reference(text);
      if (read !== undefined && expected !== undefined) assert.deepEqual(shown(read), expected);
    }), { numRuns: 80 });
  });

  describe("leaves to the library", () => {
    for (const text of ["&a x", "*a", "!!str x", "a: &b c", "? a\n: b", "a: 1\na: 2", "<<: x", "a: b: c", "\ta: b", "a: |2\n    x", "a: [b", "a: \"b", "[".repeat(100), "a: \"\\q\"", "- a\nb"]) {
      it(JSON.stringify(text), () => assert.equal(readBlockYaml(text, 0, text.length), undefined));
    }
  });

  it("begins where it is told, with the indentation that it has there", () => {
    const text = "x:\n  - id: a\n    title: T\n  - id: b\n";
    assert.deepEqual(shown(readBlockYaml(text, text.indexOf("- id: a"), text.indexOf("\n  - id: b"))), [{ map: [["id", "a"], ["title", "T"]] }]);
  });
});
