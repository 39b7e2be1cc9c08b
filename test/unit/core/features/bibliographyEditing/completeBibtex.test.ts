import assert from "node:assert/strict";
import fc from "fast-check";
import { entryTypes } from "../../../../../src/core/features/bibliographyEditing/data/entryTypeDescriptions";
import { fieldDescriptions } from "../../../../../src/core/features/bibliographyEditing/data/fieldDescriptions";
import { fieldsOfType } from "../../../../../src/core/features/bibliographyEditing/data/typeFields";
import { kindOfField } from "../../../../../src/core/features/bibliographyEditing/data/fieldKinds";
import type { BibtexCompletion } from "../../../../../src/core/features/bibliographyEditing/complete/completeBibtex";
import { readMarks } from "../../../../support/marks";
import { neverCancelled, serviceFor } from "../../../../support/service";
import { bibtexText } from "../../../../support/bibtexTexts";

const library = [
  "@article{muller2001, author={M{\\\"u}ller, Anna and Doe, Jane}, title={Rivers of the North}, journal={Hydrology}, year=2001, keywords={water, rivers}}",
  "@book{zhebin1998, author={Жебин, А. and Doe, Jane}, title={Корея}, publisher={Наука}, year=1998}",
].join("\n");

const items = JSON.stringify([{ id: "json2020", type: "book", title: "J", author: [{ family: "Beauvoir", given: "Simone", "non-dropping-particle": "de" }, { literal: "R&D and Co" }], publisher: "P & Q" }]);

interface Completed {
  readonly text: string;
  readonly answer: BibtexCompletion | undefined;
}

async function complete(marked: string): Promise<Completed> {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ "own.bib": text, "library.bib": library, "items.json": items });
  return { text, answer: await service.completeEntry(workspace.document("own.bib"), cursor, neverCancelled) };
}

async function labels(marked: string): Promise<readonly string[] | undefined> {
  return (await complete(marked)).answer?.suggestions.map(({ label }) => label);
}

/** The text after a suggestion was accepted; stops of snippets are `‸`. */
async function accept(marked: string, label: string): Promise<string> {
  const { text, answer } = await complete(marked);
  const suggestion = answer?.suggestions.find((candidate) => candidate.label === label);
  assert.ok(answer && suggestion, `No ${label} in ${marked}`);
  const written = suggestion.isSnippet ? suggestion.insertText.replace(/\$\{\d+:(\w+)\}|(?<!\\)\$\d+/g, "‸").replace(/\\([\\$}])/g, "$1") : suggestion.insertText;
  const [edit] = suggestion.edits;
  const before = text.slice(0, answer.range.start);
  return (edit === undefined ? before : before.slice(0, edit.range.start) + edit.newText + before.slice(edit.range.start)) + written + text.slice(answer.range.end);
}

describe("completion in BibTeX", () => {
  const first: readonly (readonly [marked: string, first: readonly string[]])[] = [
    ["@artic‸", ["article"]],
    ["@‸", ["article", "book"]],
    ["@inpro‸{a, title={A}}", ["inproceedings"]],
    ["@book{a}@art‸", ["article"]],
    ["@comment{\n@book{a}\n}\n@art‸", ["article"]],
    ["@book{a,\n  title = {A},\n\n@art‸", ["article"]],
    ["@article{a,\n  ‸\n}", ["author", "title", "journaltitle", "journal", "date", "year"]],
    ["@article{a,\n  author = {A},\n  ‸", ["title", "journaltitle"]],
    ["@article{a, author={A}, journal={J}, year=1, title={T}, ‸}", ["volume", "number"]],
    ["@article{a, author={A}, journaltitle={J}, date=1, title={T}, ‸}", ["subtitle", "titleaddon"]],
    ["@article{a, vol‸}", ["volume", "volumes"]],
    ["@article{a, pub‸ = {X}}", ["pubstate", "publisher"]],
    ["@xdata{a, title={X}, aut‸}", ["author", "authortype"]],
    ["@article{title={X}, aut‸}", ["author", "authortype"]],
    ["@string{aer = {American Economic Review}}\n@article{a, journal = ‸}", ["aer"]],
    ["@string{aer = {American Economic Review}}\n@article{a, journal = econ‸, year = 1}", ["aer"]],
    ["@article{a, note = \"x\" # a‸}", ["apr", "aug", "jan"]],
    ["@article{a, month = ‸,\n year = 1}", ["jan", "feb"]],
    ["@string{x = {X}}\n@string{y = x‸}", ["x"]],
    ["@inbook{a, crossref = {‸}}\n@book{b, title={B}}", ["b", "muller2001"]],
    ["@inbook{a, crossref = {rivers‸}}", ["muller2001"]],
    ["@inbook{a, xdata = {‸}}\n@xdata{d, title={D}}", ["d"]],
    ["@book{a, related = {b, zheb‸}}", ["zhebin1998"]],
    ["@book{a, author = {Doe‸}}", ["Doe, Jane"]],
    ["@book{a, author = {‸}}", ["Doe, Jane"]],
    ["@book{a, author = {Doe, Jane and mueller‸}}", ["Müller, Anna"]],
    ["@book{a, editor = \"zhebin‸\"}", ["Жебин, А."]],
    ["@book{a, author = {мюллер‸", []],
    ["@book{a, author = {Mull‸\n  title = {A},\n}", ["Müller, Anna"]],
    ["@book{a, author = {Mull‸\n\n@book{b, title={B}}", ["Müller, Anna"]],
    ["@article{a, journaltitle = {hyd‸}}", ["Hydrology"]],
    ["@book{a, author = {beauv‸}}", ["de Beauvoir, Simone"]],
    ["@book{a, author = {M{\\\"u}l‸}}", ["Müller, Anna"]],
    ["@book{a, publisher = {nauka‸}}", ["Наука"]],
    ["@book{a, keywords = {rivers, wat‸}}", ["water"]],
    ["@book{a, langid = {ger‸}}", ["ngerman"]],
    ["@book{a, pubstate = {‸}}", ["inpreparation", "submitted"]],
    ["@book{a, options = {useprefix=true, skip‸}}", ["skipbib=", "skipbiblist="]],
    ["@book{a, month = {‸}}", ["January"]],
  ];
  for (const [marked, expected] of first) {
    it(JSON.stringify(marked), async () => assert.deepEqual((await labels(marked))?.slice(0, expected.length || 1), expected));
  }

  const nowhere = [
    "@comment{\n@book{a, tit‸}\n}",     "@book{‸", "@book{ke‸y, title={A}}", "@book{a, url = {http‸}}", "@book{a, doi = {10.‸}}", "@book{a, title = {Wo‸}}", "@comment{ @art‸ }", "% @art‸", "@book{a, % tit‸\n}", "a@b‸", "@preamble{\"a‸\"}",
    "@book{a, title = {A} ‸}", "@string{na‸", "@string{a = {x‸}}", "Plain te‸xt", "@book{a, year = {19‸}}", "@book{a‸}",
  ];
  for (const marked of nowhere) it(`nothing in ${JSON.stringify(marked)}`, async () => assert.equal((await complete(marked)).answer, undefined));

  const accepted: readonly (readonly [marked: string, label: string, after: string])[] = [
    ["@boo‸", "book", "@book{‸,\n  author = {‸},\n  title = {‸},\n  date = {‸}\n}‸"],
    ["@book{x,\n\ttitle=\"X\",\n\tyear=\"2001\",\n}\n@art‸", "article", "@book{x,\n\ttitle=\"X\",\n\tyear=\"2001\",\n}\n@article{‸,\n\tauthor=\"‸\",\n\ttitle=\"‸\",\n\tjournal=\"‸\",\n\tyear=\"‸\",\n}‸"],
    ["@BOOK{x,\n    title  = {X},\n    author = {Y},\n}\n@mis‸", "misc", "@BOOK{x,\n    title  = {X},\n    author = {Y},\n}\n@MISC{‸,\n    author = {‸},\n    title  = {‸},\n    date   = {‸},\n}‸"],
    ["@in‸book{a, title={A}}", "incollection", "@incollection{a, title={A}}"],
    ["@book{a,\n  tit‸\n}", "title", "@book{a,\n  title = {‸},\n}"],
    ["@book{a,\n  tit‸,\n}", "title", "@book{a,\n  title = {‸},\n}"],
    ["@book{a,\n  ti‸t = {X}\n}", "title", "@book{a,\n  title = {X}\n}"],
    ["@book{a,\n  month‸\n}", "month", "@book{a,\n  month = ‸,\n}"],
    ["@book{a,\n  title = {A}\n  yea‸\n}", "year", "@book{a,\n  title = {A},\n  year = {‸},\n}"],
    ["@book{a, author = {Roe, R. and mu‸ll and others}}", "Müller, Anna", "@book{a, author = {Roe, R. and M{\\\"u}ller, Anna and others}}"],
    ["@book{a, author = {co‸}}", "R&D and Co", "@book{a, author = {{R\\&D and Co}}}"],
    ["@book{a, publisher = {q‸}}", "P & Q", "@book{a, publisher = {P \\& Q}}"],
    ["@book{a, keywords = {a, wat‸x , b}}", "water", "@book{a, keywords = {a, water , b}}"],
    ["@book{a, keywords = {a, wat‸ , b}}", "water", "@book{a, keywords = {a, water , b}}"],
    ["@book{a, crossref = {zh‸}}", "zhebin1998", "@book{a, crossref = {zhebin1998}}"],
    ["@book{a, month = m‸, year=1}", "may", "@book{a, month = may, year=1}"],
  ];
  for (const [marked, label, after] of accepted) it(`${label} in ${JSON.stringify(marked)}`, async () => assert.equal(await accept(marked, label), after));

  it("answers in documents of the language whatever their name", async () => {
    const { service, workspace } = serviceFor({ "notes.txt": "@book{a, aut}" });
    assert.equal((await service.completeEntry(workspace.document("notes.txt", "bibtex"), 12, neverCancelled))?.suggestions[0]?.label, "author");
    assert.equal(await service.completeEntry(workspace.document("notes.txt"), 12, neverCancelled), undefined);
  });

  it("answers whatever the text", async () => {
    await fc.assert(fc.asyncProperty(bibtexText, fc.nat(), async (text, place) => {
      const { service, workspace } = serviceFor({ "own.bib": text });
      const offset = place % (text.length + 1);
      const document = workspace.document("own.bib");
      const answer = await service.completeEntry(document, offset, neverCancelled);
      assert.ok(answer === undefined || (answer.range.start <= offset && offset <= answer.range.end && answer.query === document.getText().slice(answer.range.start, offset)));
      await service.explainEntry(document, offset);
    }), { numRuns: 100 });
  });
});

describe("BibLaTeX's data model", () => {
  it("has a description for every field that a type has", () => {
    const named = [...entryTypes.keys()].flatMap((type) => (["biblatex", "bibtex"] as const).flatMap((dialect) => {
      const { required, optional } = fieldsOfType(type, dialect);
      return [...required.flat(), ...optional];
    }));
    assert.deepEqual([...new Set(named)].filter((name) => !fieldDescriptions.has(name)), []);
  });

  it("knows every field and type once", () => {
    assert.ok(fieldDescriptions.size > 150 && entryTypes.size > 50);
    for (const { name, description } of [...fieldDescriptions.values(), ...entryTypes.values()]) assert.match(`${name} ${description}`, /^[a-z]+ (?:[A-Z]|arXiv).*[.…]$/);
    assert.deepEqual([...entryTypes.values()].filter(({ like }) => like !== undefined && !entryTypes.has(like)), []);
  });

  it("takes names that every object has for unknown", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      assert.equal(kindOfField(name), undefined);
      assert.ok(fieldsOfType(name, "bibtex").optional.length > 0);
    }
  });
});
