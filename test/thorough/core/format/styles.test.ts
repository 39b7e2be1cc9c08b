import assert from "node:assert/strict";
import { markNumbers } from "../../../../src/core/format/csl/numberMarks";
import { nearestLocale } from "../../../../src/core/format/csl/locales";
import { parseXml } from "../../../../src/core/format/csl/xml";
import { createReferenceEngine } from "../../../../src/core/format/referenceEngine";
import { referenceEngine as engine } from "../../../support/referenceEngine";
import { styleFiles } from "../../../support/styleFiles";

const item = { id: "a", type: "article-journal", title: "T", author: [{ family: "A" }], "container-title": "J", page: "3-5" };

async function formatted(id: string, locale?: string): Promise<string> {
  const references = await engine.formatBibliography([item], { style: { id }, ...locale !== undefined && { locale } }, "text");
  return (references[0]?.text ?? "").replace(/\s/g, " ");
}

describe("styles that ship", () => {
  it("are all of the CSL project's, with what it says of them", async () => {
    const styles = await engine.listStyles();
    assert.ok(styles.length > 10_000);
    assert.deepEqual(styles.map(({ id }) => id), [...new Set(styles.map(({ id }) => id))].sort());
    assert.ok(styles.every(({ id, title }) => id !== "" && title !== ""));
    assert.deepEqual(styles.find(({ id }) => id === "nature-physics"), {
      id: "nature-physics", title: "Nature Physics", citationFormat: "numeric", fields: ["physics"], parent: "nature", locale: "en-GB",
    });
    const { fields, ...apa } = styles.find(({ id }) => id === "apa") ?? { fields: [""] };
    assert.ok(fields.includes("psychology"));
    assert.deepEqual(apa, { id: "apa", title: "APA Style 7th edition", citationFormat: "author-date" });
    const ids = new Set(styles.map(({ id }) => id));
    assert.deepEqual(styles.filter(({ parent }) => parent !== undefined && !ids.has(parent)), []);
  });

  const found: readonly (readonly [id: string, expected: string])[] = [
    ["ieee", "[1] A, “T,” J, pp. 3–5."],
    ["http://www.zotero.org/styles/ieee", "[1] A, “T,” J, pp. 3–5."],
    ["IEEE.csl", "[1] A, “T,” J, pp. 3–5."],
    ["nature-physics", "1. A. T. J 3–5."],
    ["gost-r-7-0-5-2008", "1. A. T // J. С. 3–5."],
    ["din-1505-2", "A: T. In: J, S. 3–5"],
    ["mla", "A. “T.” J, pp. 3–5."],
    ["ama", "1. A. T. J.:3-5."],
  ];
  for (const [id, expected] of found) it(id, async () => assert.equal(await formatted(id), expected));

  it("print in the language that is wanted, in that of a dependent style, or in their own", async () => {
    assert.match(await formatted("din-1505-2", "en"), /pp\. 3–5/);
    assert.match(await formatted("gost-r-7-0-5-2008-numeric", "en-GB"), /P\. 3–5/);
    assert.match(await formatted("ieee", "de"), /S\. 3–5/);
    assert.match(await formatted("ieee", "ru"), /сс\. 3–5/);
  });

  it("are read anew where they could not be read", async () => {
    let fails = true;
    const flaky = createReferenceEngine({ ...styleFiles, read: (name) => fails ? Promise.reject(new Error("gone")) : styleFiles.read(name) });
    await assert.rejects(flaky.formatBibliography([item], { style: { id: "ieee" } }, "text"), /gone/);
    fails = false;
    assert.equal((await flaky.formatBibliography([item], { style: { id: "ieee" } }, "text")).length, 1);
  });

  it("print sources in their own languages where a style has a layout for them", async () => {
    const layouts = '<layout locale="ru"><label variable="page" form="short"/></layout><layout><label variable="page" form="short"/></layout>';
    const xml = `<style version="1.0" class="in-text"><info><title>T</title><id>t</id></info><citation><layout><text variable="title"/></layout></citation><bibliography>${layouts}</bibliography></style>`;
    const references = await engine.formatBibliography([{ ...item, language: "ru" }, { ...item, id: "b" }], { style: { xml }, locale: "en-US" }, "text");
    assert.deepEqual(references.map(({ text }) => text), ["сс.", "pp."]);
  });
});

describe("nearestLocale", () => {
  const locales = ["ca-AD", "cs-CZ", "de-AT", "de-CH", "de-DE", "en-GB", "en-US", "eu", "fr-CA", "fr-FR", "nb-NO", "pt-BR", "pt-PT", "zh-CN", "zh-TW"];
  const cases: readonly (readonly [tag: string, expected: string | undefined])[] = [
    ["de", "de-DE"], ["de-AT", "de-AT"], ["de_at", "de-AT"], ["de-LI", "de-DE"], ["en", "en-US"], ["en-GB-oxendict", "en-GB"], ["en-AU", "en-US"], ["pt", "pt-PT"], ["cs", "cs-CZ"],
    ["ca", "ca-AD"], ["eu", "eu"], ["eu-ES", "eu"], ["no", "nb-NO"], ["zh", "zh-CN"], ["zh-Hant", "zh-TW"], ["zh-HK", "zh-TW"], ["zh-Hans-CN", "zh-CN"], ["xx", undefined], ["", undefined], ["constructor", undefined],
  ];
  for (const [tag, expected] of cases) it(`${tag} → ${String(expected)}`, () => assert.equal(nearestLocale(tag, locales), expected));
});

describe("markNumbers", () => {
  const style = (bibliography: string, macros = ""): ReturnType<typeof parseXml> => parseXml(`<style>${macros}<citation><layout><text macro="n"/></layout></citation><bibliography>${bibliography}</bibliography></style>`);

  it("marks numbers in the list of references, through macros that citations keep as they are", () => {
    const macros = '<macro name="n"><text variable="citation-number"/></macro><macro name="m"><text macro="n"/></macro>';
    const marked = JSON.stringify(markNumbers(style('<layout><text macro="m"/></layout>', macros)));
    assert.equal(marked.match(/"text-decoration":"number"/g)?.length, 1);
    assert.ok(marked.includes('"name":"n"') && marked.includes('"name":"n with marked numbers"') && marked.includes('"macro":"m with marked numbers"'));
  });

  it("leaves sort keys alone, survives macros that call themselves, and says where it cannot mark", () => {
    const unmarked = style('<sort><key variable="citation-number"/></sort><layout><text macro="n"/></layout>', '<macro name="n"><text macro="n"/></macro>');
    assert.deepEqual(JSON.parse(JSON.stringify(markNumbers(unmarked))), JSON.parse(JSON.stringify(unmarked)));
    assert.equal(markNumbers(style('<layout><number variable="citation-number" form="roman"/></layout>')), undefined);
  });
});
