import assert from "node:assert/strict";
import { searchStyles } from "../../../../src/core/features/searchStyles";
import type { StyleDescription } from "../../../../src/core/ports";

const style = (id: string, title: string, fields = "", parent?: string): StyleDescription =>
  ({ id, title, citationFormat: "author-date", fields: fields.split(" "), ...parent !== undefined && { parent } });

const styles: readonly StyleDescription[] = [
  style("acta-biologica", "Acta Biologica", "biology", "apa"),
  style("apa", "American Psychological Association 7th edition", "psychology generic-base"),
  style("apa-6th-edition", "American Psychological Association 6th edition", "psychology"),
  style("gost-r-7-0-5-2008", "Russian GOST R 7.0.5-2008 (Russian)", "generic-base"),
  style("nature", "Nature", "science"),
  style("nature-biotechnology", "Nature Biotechnology", "biology", "nature"),
  style("zeitschrift-fur-soziologie", "Zeitschrift für Soziologie", "sociology"),
];

describe("searching styles", () => {
  const cases: readonly (readonly [query: string, found: string])[] = [
    ["", "apa nature gost-r-7-0-5-2008 zeitschrift-fur-soziologie apa-6th-edition acta-biologica nature-biotechnology"],
    ["apa", "apa apa-6th-edition"],
    ["psychological american", "apa apa-6th-edition"],
    ["6th american", "apa-6th-edition"],
    ["nature", "nature nature-biotechnology"],
    ["Nature Biotechnology", "nature-biotechnology"],
    ["nature-biotech", "nature-biotechnology"],
    ["biology", "acta-biologica nature-biotechnology"],
    ["гост 2008", "gost-r-7-0-5-2008"],
    ["fur soziologie", "zeitschrift-fur-soziologie"],
    ["für", "zeitschrift-fur-soziologie"],
    ["(?", ""],
    ["nothing of the kind", ""],
  ];
  for (const [query, found] of cases) {
    it(JSON.stringify(query), () => assert.equal(searchStyles(styles, query, 10).map(({ id }) => id).join(" "), found));
  }

  it("gives no more than is wanted", () => assert.equal(searchStyles(styles, "", 2).length, 2));
});
