import assert from "node:assert/strict";
import { looksLikeCslJson } from "../../../../src/core/bibliography/cslJson/parseCslJson";

describe("JSON told by its shape", () => {
  const bibliographies: readonly string[] = [
    "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\"}]",
    "[{\"id\": 1, \"type\": \"article-journal\"}]",
    "{\"items\": [{\"id\": \"a\", \"type\": \"webpage\", \"title\": \"T\"}]}",
    "{\"config\": {}, \"items\": [{\"id\": \"a\", \"type\": \"article\", \"author\": [{\"family\": \"Doe\"}]}]}",
    "[{\"id\": \"a\", \"type\": \"document\", \"issued\": {\"date-parts\": [[2001]]}}]",
    "[{\"id\": \"a\", \"type\": \"software\", \"title\": \"T\", \"URL\": \"https://x.org\"}]",
    "[{\"id\": \"a\", \"title\": \"T\", \"author\": [{\"literal\": \"WHO\"}]}]",
    "[{\"type\": \"book\"}, {}, {\"id\": \"a\", \"type\": \"book\", \"title\": \"T\"}]",
    "[{\"id\": \"a\", \"type\": \"thesis\", \"title\": \"T\"}, {\"id\": \"b\", ",
    `[{"id": "a", "type": "book", "title": "T", "abstract": "${"x".repeat(2000)}"}, {"id": "b"`,
  ];
  for (const json of bibliographies) it(`a bibliography: ${json.slice(0, 90)}`, () => assert.ok(looksLikeCslJson(json)));

  const others: readonly (readonly [name: string, json: string])[] = [
    ["nothing", ""], ["an empty list", "[]"], ["an empty object", "{}"], ["an empty list of items", "{\"items\": []}"], ["a number", "3"], ["a list of words", "[\"a\", \"b\"]"],
    ["a package", "{\"name\": \"x\", \"version\": \"1.0.0\", \"type\": \"module\", \"author\": \"Doe\"}"],
    ["compiler settings", "{ // comment\n \"compilerOptions\": {\"types\": [\"node\"]}, \"references\": [{\"path\": \"../x\"}] }"],
    ["a map", "{\"type\": \"FeatureCollection\", \"features\": [{\"id\": \"a\", \"type\": \"Feature\", \"properties\": {\"title\": \"T\"}}]}"],
    ["a list of features", "[{\"id\": \"a\", \"type\": \"Feature\", \"properties\": {\"title\": \"T\"}}]"],
    ["a notebook", "{\"cells\": [{\"id\": \"a\", \"cell_type\": \"markdown\", \"source\": []}], \"nbformat\": 4}"],
    ["tasks", "[{\"id\": 1, \"title\": \"delectus\", \"completed\": false}]"],
    ["posts", "[{\"id\": 1, \"type\": \"post\", \"title\": \"T\", \"author\": \"Doe\"}]"],
    ["a diagram", "{\"items\": [{\"id\": \"a\", \"type\": \"graphic\", \"title\": \"T\"}]}"],
    ["an interface", "{\"openapi\": \"3.0\", \"paths\": {}, \"components\": {\"schemas\": {\"items\": [{\"id\": \"a\", \"type\": \"string\"}]}}}"],
    ["a schema", "{\"type\": \"array\", \"items\": {\"id\": \"a\", \"type\": \"book\", \"title\": \"T\"}}"],
    ["a list of documents", "[{\"id\": \"a\", \"type\": \"document\", \"title\": \"T\", \"URL\": \"https://x.org\"}]"],
    ["prototypes", "[{\"id\": \"a\", \"type\": \"constructor\", \"title\": \"T\"}, {\"id\": \"b\", \"type\": \"__proto__\", \"author\": [{\"family\": \"x\"}]}]"],
    ["deep brackets", "[".repeat(100_000)],
    ["deep objects", "[{\"id\":".repeat(20_000)],
    ["Markdown", "# Title\n\n[link](x)"],
  ];
  for (const [name, json] of others) it(`no bibliography: ${name}`, () => assert.ok(!looksLikeCslJson(json)));
});
