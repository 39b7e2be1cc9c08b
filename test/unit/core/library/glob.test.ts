import assert from "node:assert/strict";
import fc from "fast-check";
import { globMatcher, isGlob } from "../../../../src/core/library/glob";

const paths = ["a.bib", "b.json", "refs/a.bib", "refs/deep/b.bib", "refs/deep/er/c.bib", ".git/a.bib", "refs/.old/a.bib", "refs/.a.bib", "Papers (2020)/a+b.bib", "[x].bib", "é.bib", "😀.bib"];

const cases: readonly (readonly [pattern: string, expected: readonly string[]])[] = [
  ["*.bib", ["a.bib", "[x].bib", "é.bib", "😀.bib"]],
  ["?.bib", ["a.bib", "é.bib", "😀.bib"]],
  ["**/*.bib", ["a.bib", "refs/a.bib", "refs/deep/b.bib", "refs/deep/er/c.bib", "Papers (2020)/a+b.bib", "[x].bib", "é.bib", "😀.bib"]],
  ["refs/**", ["refs/a.bib", "refs/deep/b.bib", "refs/deep/er/c.bib"]],
  ["refs/**/*.bib", ["refs/a.bib", "refs/deep/b.bib", "refs/deep/er/c.bib"]],
  ["**/deep/**/*.bib", ["refs/deep/b.bib", "refs/deep/er/c.bib"]],
  ["refs/*/*.bib", ["refs/deep/b.bib"]],
  ["**/[ac].bib", ["a.bib", "refs/a.bib", "refs/deep/er/c.bib"]],
  ["**/[!a-b].bib", ["refs/deep/er/c.bib", "é.bib", "😀.bib"]],
  ["{a,b}.{bib,json}", ["a.bib", "b.json"]],
  ["{refs/{deep,none},none}/*.bib", ["refs/deep/b.bib"]],
  ["{**/c,*/a}.bib", ["refs/a.bib", "refs/deep/er/c.bib"]],
  [".git/*.bib", [".git/a.bib"]],
  ["refs/.*/*.bib", ["refs/.old/a.bib"]],
  ["Papers (2020)/*+b.bib", ["Papers (2020)/a+b.bib"]],
  ["[[]x].bib", ["[x].bib"]],
  ["r**s/a.bib", ["refs/a.bib"]],
  ["**", ["a.bib", "b.json", "refs/a.bib", "refs/deep/b.bib", "refs/deep/er/c.bib", "Papers (2020)/a+b.bib", "[x].bib", "é.bib", "😀.bib"]],
  ["", []], ["/", []], ["{", []], ["{a", []], ["[", []], ["[]", []], ["..", []], ["/**/*.bib", []], ["!a.bib", []], ["(a)+.bib", []], ["__proto__/*", []],
];

describe("globs", () => {
  for (const [pattern, expected] of cases) it(JSON.stringify(pattern), () => assert.deepEqual(paths.filter(globMatcher(pattern)), expected));

  it("are told from paths", () => {
    assert.deepEqual(["*.bib", "a?.bib", "[a].bib", "{a,b}.bib", "refs/a.bib", "Papers (2020)/a+b.bib", "~/a.bib"].map(isGlob), [true, true, true, true, false, false, false]);
  });

  it("match as a plain reading of them does", () => {
    const plain = (pattern: readonly string[], path: readonly string[], isAny: (part: string) => boolean, fits: (wanted: string, part: string) => boolean): boolean => {
      const [wanted, ...rest] = pattern;
      if (wanted === undefined) return path.length === 0;
      if (isAny(wanted)) return plain(rest, path, isAny, fits) || (path[0] !== undefined && !path[0].startsWith(".") && plain(pattern, path.slice(1), isAny, fits));
      return path[0] !== undefined && fits(wanted, path[0]) && plain(rest, path.slice(1), isAny, fits);
    };
    const inName = (pattern: string, name: string): boolean => {
      if (name.startsWith(".") && !pattern.startsWith(".")) return false;
      const [first] = pattern;
      if (first === undefined) return name === "";
      if (first === "*") return inRest(pattern.slice(1), name);
      return name !== "" && (first === "?" || name.startsWith(first)) && inRest(pattern.slice(1), name.slice(1), true);
    };
    const inRest = (pattern: string, name: string, isOne = false): boolean => {
      if (isOne) return pattern === "" ? name === "" : pattern.startsWith("*") ? inRest(pattern.slice(1), name) : name !== "" && (pattern.startsWith("?") || name.startsWith(pattern.charAt(0))) && inRest(pattern.slice(1), name.slice(1), true);
      return inRest(pattern, name, true) || (name !== "" && inRest(pattern, name.slice(1)));
    };
    const name = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "."), minLength: 1, maxLength: 5 }).map((text) => text === "**" ? text : text.replace(/\*+/g, "*"));
    const pattern = fc.array(fc.oneof(name, fc.constant("**")), { minLength: 1, maxLength: 5 });
    const path = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "."), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(pattern, path, (wanted, parts) => {
      assert.equal(globMatcher(wanted.join("/"))(parts.join("/")), plain(wanted, parts, (part) => part === "**", inName));
    }), { numRuns: 1000 });
  });

  it("take no more steps than the pattern times the path", () => {
    const long = `${"a".repeat(250)}.bib`;
    const deep = `${"a/".repeat(2000)}x.bib`;
    const patterns = ["(a+)+b", `${"*a".repeat(100)}b`, "+(+(a))b*", `${"**/a/".repeat(100)}b`, `${"**/*/".repeat(150)}b`, "{a,b}".repeat(100), "{".repeat(1000), `{${",".repeat(900)}`, "[".repeat(1000), `${"*".repeat(900)}.json`, "!(".repeat(400), "x".repeat(100_000)];
    for (const pattern of patterns) for (const path of [long, deep]) assert.equal(globMatcher(pattern)(path), false, pattern.slice(0, 20));
  });
});
