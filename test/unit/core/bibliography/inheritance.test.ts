import assert from "node:assert/strict";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { keysOf, shownEffective } from "../../../support/shownBibliography";

type Rows = readonly (readonly [text: string, effective: string])[];

/** What the entry `c` has in the end. */
function check(rows: Rows): void {
  for (const [text, effective] of rows) it(text, () => assert.equal(shownEffective(text, "c"), effective));
}

describe("crossref", () => {
  check([
    // any type from any: what the child lacks
    ["@misc{c, crossref = {p}, title = {C}}@misc{p, title = {P}, note = {N}}", "crossref=p note=N title=C"],
    ["@misc{p, note = {N}}@misc{c, crossref = {p}}", "crossref=p note=N"],
    ["@misc{c, crossref = { p }}@misc{p, note = {N}}", "crossref= p  note=N"],
    ["@misc{c, crossref = {nobody}, note = {N}}", "crossref=nobody note=N"],
    // the title of the whole becomes the part's booktitle (BibLaTeX manual, appendix B)
    ["@inproceedings{c, crossref = p, title = {C}}@proceedings{p, title = {P}, subtitle = {S}, shorttitle = {Sh}, year = 2001}", "booksubtitle=S booktitle=P crossref=p title=C year=2001"],
    ["@inproceedings{c, crossref = {p}}@proceedings{p, title = {P}, booktitle = {B}}", "booktitle=P crossref=p"],
    ["@inproceedings{c, crossref = {p}, booktitle = {Own}}@proceedings{p, title = {P}}", "booktitle=Own crossref=p"],
    ["@incollection{c, crossref = {p}}@collection{p, title = {P}, editor = {E}}", "booktitle=P crossref=p editor=E"],
    ["@incollection{c, crossref = {p}}@book{p, title = {P}, author = {A}}", "author=A booktitle=P crossref=p"],
    ["@inbook{c, crossref = {p}}@book{p, title = {P}, author = {A}}", "author=A bookauthor=A booktitle=P crossref=p"],
    ["@inbook{c, crossref = {p}, author = {C}}@book{p, author = {A}}", "author=C bookauthor=A crossref=p"],
    ["@book{c, crossref = {p}, title = {C}}@mvbook{p, title = {P}, titleaddon = {T}}", "crossref=p maintitle=P maintitleaddon=T title=C"],
    ["@inproceedings{c, crossref = {p}}@mvproceedings{p, title = {P}}", "crossref=p maintitle=P"],
    ["@article{c, crossref = {p}}@periodical{p, title = {P}, subtitle = {S}}", "crossref=p journalsubtitle=S journaltitle=P"],
    // up a chain, each link with its names
    ["@inbook{c, crossref = {b}, title = {C}}@book{b, crossref = {m}, title = {B}}@mvbook{m, title = {M}, publisher = {P}}", "booktitle=B crossref=b maintitle=M publisher=P title=C"],
    // what belongs to one entry alone
    ["@misc{c, crossref = {p}}@misc{p, ids = {x}, options = {o}, shorthand = {s}, related = {r}, keywords = {k}}", "crossref=p keywords=k"],
    // a date is taken whole or not at all
    ["@misc{c, crossref = {p}, year = 2001}@misc{p, date = {1999-05}, month = may}", "crossref=p year=2001"],
    ["@misc{c, crossref = {p}}@misc{p, year = 1999, month = may}", "crossref=p month=May year=1999"],
    // circles end
    ["@misc{c, crossref = {c}, note = {N}}", "crossref=c note=N"],
    ["@misc{c, crossref = {p}}@misc{p, crossref = {c}, note = {N}}", "crossref=p note=N"],
    // the first entry of a key, the last field of a name
    ["@misc{c, crossref = {p}}@misc{p, note = {1}}@misc{p, note = {2}}", "crossref=p note=1"],
    ["@misc{c, crossref = {p}, title = {1}, title = {2}}@misc{p, note = {1}, note = {2}}", "crossref=p note=2 title=2"],
    ["@misc{c, crossref = {__proto__}}@misc{__proto__, __proto__ = {x}}", "__proto__=x crossref=__proto__"],
    ["@misc{c, xref = {p}}@misc{p, note = {N}}", "xref=p"],
  ]);
});

describe("xdata and sets", () => {
  check([
    ["@misc{c, xdata = {x}, title = {C}}@xdata{x, title = {X}, location = {L}}", "location=L title=C xdata=x"],
    ["@misc{c, xdata = {x, y}}@xdata{x, a = 1}@xdata{y, a = 2, b = 3, xdata = {z}}@xdata{z, d = 4}", "a=1 b=3 d=4 xdata=x, y"],
    // fields keep their names; xdata comes before crossref
    ["@inbook{c, xdata = {x}, crossref = {p}}@xdata{x, title = {X}, publisher = {PX}}@book{p, title = {P}, publisher = {PP}}", "booktitle=P crossref=p publisher=PX title=X xdata=x"],
    ["@misc{c, xdata = {x}}@xdata{x, xdata = {x}, a = 1}", "a=1 xdata=x"],
    ["@set{c, entryset = {one, two}}@article{one, author = {A}, title = {T}}@article{two, author = {B}}", "author=A entryset=one, two title=T"],
  ]);

  it("lists no @xdata", () => assert.deepEqual(keysOf(parseBibtex("@xdata{x, a=1}@misc{a, xdata = {x}}@XData{y}")), ["a"]));
});
