import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fixtureFolder, readFixture, shownEntries } from "../../../support/bibliographyFixtures";

const formats = ["csl-yaml", "hayagriva", "nbib", "refer", "ris"];

const files: Readonly<Record<string, readonly string[]>> = {
  "ris/endnote.ris": [
    "23 | article-journal | Lindqvist; van den Broek; The Ice Office | 2019 | Ice Cover and the Northern Sea Route: a long view | Polar Studies Quarterly",
    "24 | chapter | Khan | 2003 | Folders in Folders | Folders",
    "25 | thesis | Rößler | 2003 | Tidiness under Load | ",
  ],
  "ris/publishers.ris": [
    "Müller2001 | article-journal | Müller; Strauß | 2001 | Editorial: On Order & Disorder | Journal of Order",
    "cruz2013chapter | chapter | Cruz; de la Peña | 2013 | Chapter Four – Tidy Models | Methods in Tidiness",
    "zhebinov2016paper | paper-conference | Жебинов | 2016 | A Paper about Papers | Proceedings of the Third Workshop on Papers",
    "sears2013chelation | article-journal | Sears | 2013 | Chelation of Files | The World Journal of Files",
  ],
  "refer/endnote.enw": [
    "lindqvist2019 | article-journal | Lindqvist; van den Broek; Ice Office of the North | 2019 | Ice Cover and the Northern Sea Route | Polar Studies Quarterly",
    "khan2003folders | chapter | Khan | 2003 | Folders in Folders | Folders",
    "hal-02498602 | paper-conference | Dulac | 2020 | Tidy Talks | Tidy 2020, Session 3",
  ],
  "refer/refer.enw": [
    "cstr4 | article-journal | Kernighan; van der Cherry | 1975 | A System for Typesetting Order | Comm. Assoc. Order",
    "the1976manual | report | The Staff of the Library | 1976 | Manual of Everything | ",
    "doe1977shelves | chapter | Doe | 1977 | On Shelves | Handbook of Shelves",
  ],
  "nbib/pubmed.nbib": [
    "pmid10000001 | article-journal | Lindqvist; van den Broek; Tidy Files Investigators | 2018 | Impact of tidy files on technical and clinical outcomes: a systematic review and meta-analysis | Journal of tidy files",
    "pmid10000002 | article-journal | Rößler | 2000 | The order of things | Zeitschrift fur Ordnung",
    "pmid10000003 | chapter | Khan | 2003 | Folders | Handbook of Files",
  ],
  "csl-yaml/hand.yaml": [
    "doe2001 | book | Doe; de Roe | 2001 | A Title that is Folded over Lines | ",
    "it's | webpage |  | 1999 | It’s a key with a quotation mark | ",
    "in braces | report | One Person | 1850 | In Braces | ",
  ],
  "csl-yaml/pandoc.yaml": [
    "lindqvist_2019 | article-journal | Lindqvist; van den Broek; The Ice Office | 2019 | Ice Cover and the Northern Sea Route: A Long View of H2O | Polar Studies Quarterly",
    "khan2003 | chapter | Khan | 2003 | Folders in Folders | ",
  ],
  "hayagriva/works.yml": [
    "ice | article-journal | Lindqvist; van den Broek | 2019 | Ice Cover: The Northern Sea Route | Polar Studies Quarterly",
    "folders | chapter | Khan | 2003 | Folders in Folders | Folders",
    "guide | webpage | Ishkur |  | A Guide to Everything | ",
    "talk 1 | paper-conference | Watkins |  | Tidy Talks | Tidy 2020",
  ],
};

/** Files of broken entries between sound ones: how many are sound, the keys of the others, how many problems there are. */
const broken: Readonly<Record<string, readonly [sound: number, others: string, problems: number]>> = {
  "csl-yaml/broken.yaml": [8, "open-quote colon tab open-list nowhere cut", 10],
  "hayagriva/broken.yml": [5, "open colon wrong-type", 6],
  "ris/broken.ris": [5, "no-end no-type wrong-type cut", 6],
};

describe("Bibliographies of other formats as programs write them", () => {
  for (const [file, sources] of Object.entries(files)) {
    it(file, () => {
      const bibliography = readFixture(file);
      assert.equal(bibliography.format, file.split("/")[0]);
      assert.deepEqual(shownEntries(bibliography), sources);
      assert.deepEqual(bibliography.problems, []);
    });
  }

  for (const [file, [sound, others, problems]] of Object.entries(broken)) {
    it(file, () => {
      const bibliography = readFixture(file);
      const keys = bibliography.entries.filter(({ summary }) => summary.title === "Sound").map(({ key }) => key);
      assert.deepEqual(keys, Array.from({ length: sound }, (_, index) => `sound${String(index + 1).padStart(2, "0")}`));
      assert.equal(bibliography.entries.map(({ key }) => key).filter((key) => !keys.includes(key)).join(" "), others);
      assert.equal(bibliography.problems.length, problems);
    });
  }

  it("are all looked at, and README.md says why each is here", () => {
    const present = formats.flatMap((format) => readdirSync(`${fixtureFolder}/${format}`).map((file) => `${format}/${file}`));
    assert.deepEqual([...Object.keys(files), ...Object.keys(broken)].sort(), present.sort());
    const reasons = readFileSync(`${fixtureFolder}/README.md`, "utf8");
    for (const file of present) assert.ok(reasons.includes(`| \`${file}\` |`), file);
  });
});
