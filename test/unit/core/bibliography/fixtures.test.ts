import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fixtureFolder, readFixture, shownEntries } from "../../../support/bibliographyFixtures";

const files: Readonly<Record<string, readonly string[]>> = {
  "zotero.bib": [
    "lindqvistIceCoverMaking2019 | article-journal | Lindqvist; van den Broek; Özgür | 2019 | Ice Cover and the Making of the Northern Sea Route: Why DNA-Style Metaphors Mislead | Polar Studies Quarterly",
    "HowReadIce | webpage |  |  | How to Read Ice | ",
    "жебинСоседи2006 | book | Жебинов | 2006 | Соседи на Востоке | ",
  ],
  "jabref.bib": [
    "Amari2004 | paper-conference | Amari; Étienne; Kovačević | 2004 | On Keeping BibTeX Files Tidy | Proc. 3rd Workshop on Tidy Files",
    "Ortiz-2010_a | article-journal | Ortiz y Gasset | 2010 | Files and Folders | Journal of Order",
  ],
  "ads.bib": [
    "2012MNRAS.421.1234P | article-journal | Petrová; O'Neill; Münch; de la Peña | 2012 | A 5°-wide survey of H α emitters at z ≈ 0.4 | Monthly Notices of the Royal Astronomical Society",
    "2010A&A...518L...1P | article-journal | Petrová | 2010 | The first light of a telescope that was never built | Astronomy & Astrophysics",
  ],
  "dblp.bib": [
    "DBLP:conf/tidy/KhanR17 | paper-conference | Khan; Rößler; Zhang | 2017 | TIDY: A Tool for Files with 10^6 Entries | Proceedings of the 5th Workshop on Tidy Files, TIDY 2017",
    "DBLP:conf/tidy/2017 | book | Nguyễn; Álvarez | 2017 | Proceedings of the 5th Workshop on Tidy Files, TIDY 2017 | Lecture Notes in Tidiness",
  ],
  "scholar.bib": [
    "berg1999search | article-journal | Berg; Löfgren; Others | 1999 | Search and rescue of lost references | Journal of search",
    "2001handbook | book | Öztürk | 2001 | Handbook of everything | ",
    "lee2005 | paper-conference | Lee | 2005 | Three pastes in a row | Proc",
  ],
  "mendeley.bib": ["Sand2015 | article-journal | Sand; Mørk; Ås | 2015 | Sandheaps: When is a heap a heap? | Granular Matters"],
  "strings.bib": [
    "Particular:1985:HTF | article-journal | Particular; Zed, Jr. | 1985 | How to Format—A MF Tale | Tidy: The Journal",
    "Particular:1986:TR | report | Particular | 1986 | A Report (in Parentheses) | ",
  ],
  "biblatex.bib": [
    "handbook | book | van den Berg | 2001 | Handbook of Tidiness: Files, Folders, Fields | ",
    "handbook:2 | book | van den Berg | 2003 | Folders | Handbook of Tidiness: Files, Folders, Fields",
    "khan:folders | chapter | Khan; Rößler | 2003 | Folders in Folders | Folders",
    "tidy:issue | periodical |  | 2010 | Tidy: The Journal | ",
    "preface | article-journal | The Editors | 2010 | Preface | Tidy: The Journal",
    "bothparts | chapter | Khan; Rößler | 2003 | Folders in Folders | Folders",
    "undated | webpage |  |  | A Page without a Date | ",
    "uncertain | article-magazine | Doe | 199X | When? Dates of All Kinds | Tidy",
  ],
  "windows1252.bib": ["müller1998 | book | Müller; Strauß | 1998 | “Öl” – ein Führer durch 100 € teure Bücher | "],
  "macintosh.bib": ["mac1 | article-journal |  | 1994 | Old Macintosh | ", "mac2 | article-journal |  | 1995 | Line Ends | "],
  "oneline.bib": ["a1 | article-journal |  | 2001 | One | ", "a2 | article-journal |  | 2002 | Two é | ", "a3 | article-journal |  | 2003 | Three @ home | "],
  "better.json": [
    "lindqvistIceCover2019 | article-journal | Lindqvist; van den Broek; The Ice Office | 2019 | Ice Cover and the Northern Sea Route | Polar Studies Quarterly",
    "42 | book |  | n.d. | A Number for a Key | ",
  ],
};

/** Files with problems, and how many; the others have none. */
const problems: Readonly<Record<string, number>> = { "jabref.bib": 1, "strings.bib": 1 };

describe("Bibliographies as programs write them", () => {
  for (const [file, sources] of Object.entries(files)) {
    it(file, () => {
      const bibliography = readFixture(file);
      assert.deepEqual(shownEntries(bibliography), sources);
      assert.equal(bibliography.problems.length, problems[file] ?? 0);
    });
  }

  it("broken.bib", () => {
    const { entries, problems: found } = readFixture("broken.bib");
    const sound = Array.from({ length: 15 }, (_, index) => `sound${String(index + 1).padStart(2, "0")}`);
    assert.deepEqual(entries.filter(({ summary }) => summary.title === "Sound").map(({ key }) => key), sound);
    assert.deepEqual(
      entries.map(({ key }) => key).filter((key, index, keys) => keys.indexOf(key) === index && !key.startsWith("sound")),
      ["open-brace", "open-quote", "never-closed", "one-too-many", "no-commas", "no-value", "nobodys-macro", "half", "merged", "round", "circle", "last"],
    );
    assert.deepEqual(found.filter(({ code }) => code !== "syntax").map(({ code }) => code), ["duplicate-key", "circular", "duplicate-key"]);
    assert.equal(found.length, 22);
  });

  it("broken.json", () => {
    const { entries, problems: found } = readFixture("broken.json");
    assert.deepEqual(entries.map(({ key }) => key), ["a", "wrong", "open", "b", "__proto__", "a", "cut"]);
    assert.equal(found.length, 9);
  });

  it("are all looked at, and README.md says why each is here", () => {
    const present = readdirSync(fixtureFolder).filter((file) => /\.(?:bib|json)$/.test(file)).sort();
    assert.deepEqual(present, [...Object.keys(files), "broken.bib", "broken.json"].sort());
    const reasons = readFileSync(`${fixtureFolder}/README.md`, "utf8");
    for (const file of present) assert.ok(reasons.includes(`| \`${file}\` |`), file);
  });
});
