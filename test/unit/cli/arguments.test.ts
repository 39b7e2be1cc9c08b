import assert from "node:assert/strict";
import { readArguments, type Option } from "../../../src/cli/arguments";
import { UsageError } from "../../../src/cli/exitCodes";

const options: readonly Option[] = [
  { name: "json", help: "" },
  { name: "help", short: "h", help: "" },
  { name: "limit", value: "N", help: "" },
  { name: "key", value: "K", isRepeatable: true, help: "" },
  { name: "to", value: "FORMAT", choices: ["text", "html"], help: "" },
];

describe("readArguments", () => {
  const sound: readonly [args: string, operands: string, values: Readonly<Record<string, readonly string[]>>][] = [
    ["", "", {}],
    ["a b", "a b", {}],
    ["a --json b", "a b", { json: [""] }],
    ["-h", "", { help: [""] }],
    ["--limit 3 a", "a", { limit: ["3"] }],
    ["--limit=3 a", "a", { limit: ["3"] }],
    ["--limit=", "", { limit: [""] }],
    ["--key=a=b", "", { key: ["a=b"] }],
    ["--key=-a", "", { key: ["-a"] }],
    ["--key a --key b", "", { key: ["a", "b"] }],
    ["--to text", "", { to: ["text"] }],
    ["a -- --json -x --", "a --json -x --", {}],
    ["-", "-", {}],
    ["--limit -", "", { limit: ["-"] }],
  ];
  for (const [args, operands, values] of sound) {
    it(args === "" ? "nothing" : args, () => {
      const read = readArguments(args.split(" ").filter(Boolean), options);
      assert.equal(read.operands.join(" "), operands);
      for (const { name } of options) assert.deepEqual(read.values(name), values[name] ?? [], name);
    });
  }

  it("the last of several values wins", () => {
    assert.equal(readArguments(["--to", "text", "--to=html"], options).value("to"), "html");
  });

  const wrong: readonly [args: string, message: RegExp][] = [
    ["--jsn", /no option “--jsn”.* “--json”\?$/],
    ["--jsn=x", /no option “--jsn”.* “--json”\?$/],
    ["-x", /no option “-x” here\. .*“--”/],
    ["---", /no option “---”/],
    ["--__proto__", /no option “--__proto__”/],
    ["--json=yes", /“--json” takes no value/],
    ["--limit", /“--limit” needs a value: --limit N/],
    ["--limit --json", /“--limit” needs a value/],
    ["--to htm", /knows text, html, not “htm”\. Did you mean “html”\?/],
    ["--to=", /knows text, html, not “”\.$/],
  ];
  for (const [args, message] of wrong) {
    it(`${args} is wrong`, () => {
      assert.throws(() => readArguments(args.split(" "), options), (error) => error instanceof UsageError && message.test(error.message));
    });
  }
});
