import assert from "node:assert/strict";
import markdownIt from "markdown-it";
import { renderReference } from "../../../../src/core/format/markup/renderReference";
import { plainReference } from "../../../../src/core/format/plain/plainReference";
import type { CslItem } from "../../../../src/core/model/cslItem";
import type { ReferenceFormat, ReferenceStyle } from "../../../../src/core/ports";
import { referenceEngine } from "../../../support/referenceEngine";
import { misleading, untrustedTexts } from "../../../support/untrusted";

const reader = markdownIt({ html: true, linkify: true }) as { render(text: string): string };

/** What in a format is more than text and not the product's own. */
const foreign: Readonly<Record<ReferenceFormat, (text: string) => readonly string[]>> = {
  text: (text) => text.match(new RegExp(misleading, "g")) ?? [],
  markdown: (text) => [
    ...text.match(new RegExp(misleading, "g")) ?? [],
    ...(reader.render(`x ${text}`).match(/<[^>]*>/g) ?? []).filter((tag) => !/^<(?:\/?(?:p|em|strong)|\/a|a href="https?:\/\/[^\s"<>]+")>$/.test(tag)),
  ],
  html: (text) => (text.match(/<[^>]*>?/g) ?? []).filter((tag) => !/^<(?:\/?(?:i|b|sub|sup)|\/(?:span|div|a)|a href="https?:\/\/[^\s"<>'`]+"|div class="csl-[a-z-]+"|span style="(?:font-variant:small-caps|text-decoration:underline);")>$/.test(tag)),
  latex: (text) => [
    ...text.match(new RegExp(misleading, "g")) ?? [],
    ...(text.replace(/\\url\{[\w:/.\-~?&=+,;@]+\}/g, "").match(/\\[a-z@]+|(?<!\\)[%#$&_]|\^|(?<!\\)~(?=~~)|[<>|"`]/gi) ?? [])
      .filter((found) => !/^\\(?:text(?:backslash|asciicircum|asciitilde|less|greater|bar|quotedbl|asciigrave|subscript|superscript|sc|bf)|emph|underline)$/.test(found)),
  ],
  rtf: (text) => [
    ...text.match(/[^ -~]/g) ?? [],
    ...(text.replace(/\\\\|\\[{}]/g, "").replace(/\{\\field\{\\\*\\fldinst\{HYPERLINK "https?:\/\/[^\s"]+"\}\}\{\\fldrslt\{/g, "").match(/\\[^{} ]*/g) ?? []).flatMap((words) => words.match(/\\(?:u-?\d+|[a-z*']*)/g) ?? [])
      .filter((word) => !/^\\(?:i|b|scaps|ul|sub|super|u-?\d+)$/.test(word)),
  ],
};

const formats = Object.keys(foreign) as readonly ReferenceFormat[];
const fields = ["title", "container-title", "publisher", "publisher-place", "volume", "page", "DOI", "URL", "note", "genre", "event-title", "archive", "edition", "ISBN", "title-short"];

interface Cited {
  readonly words: string;
  readonly item: CslItem;
}

/** Citations of items, with words of the writer's around them, and the list of references. */
async function printed(cited: readonly Cited[], style: ReferenceStyle["style"], format: ReferenceFormat): Promise<readonly string[]> {
  const citations = cited.flatMap(({ words, item: { id } }) => [id, "none", words].map((key) => ({
    citationItems: [{ key, mode: "normal" as const, prefix: words, suffix: words, markedPrefix: `<i>${words}</i>`, markedSuffix: `<b>${words}`, locator: { label: "page", value: words } }],
  })));
  const document = await referenceEngine.formatDocument({ citations, items: cited.map(({ item }) => item) }, { style }, format);
  assert.equal(document.citations.length, citations.length);
  return [...document.citations.flatMap(({ text, inText = "" }) => [text, inText]), ...document.references.map(({ text }) => text)];
}

function assertPlain(texts: readonly string[], format: ReferenceFormat): void {
  for (const text of texts) assert.deepEqual(foreign[format](text), [], text);
}

describe("References made of untrusted text", () => {
  const cited = untrustedTexts.map((words, index): Cited => {
    const all = Object.fromEntries(fields.map((name) => [name, words]));
    return { words, item: { id: `k${index}`, type: "book", ...all, author: [{ family: words, given: words, suffix: words }], editor: [{ literal: words }], issued: { literal: words } } };
  });

  for (const id of ["apa", "chicago-fullnote-bibliography", "ieee"]) {
    for (const format of id === "apa" ? formats : ["html"] as const) {
      it(`hold nothing but text as ${format} in ${id}, whatever an item or a citation holds`, async () => assertPlain(await printed(cited, { id }, format), format));
    }
  }

  it("hold nothing but text in plain words", () => {
    for (const words of untrustedTexts) {
      const item = { id: words, type: words, title: words, author: [{ family: words, given: words }], "container-title": words, DOI: words, URL: words, page: words, issued: { literal: words } } as unknown as CslItem;
      for (const format of formats) assertPlain([renderReference(plainReference(item), format)], format);
    }
  });
});

function attribute(text: string): string {
  return text.replace(/[&<>"']|[^ -~]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}

/** A style of somebody else's that prints `words` wherever a style can print words of its own. */
function styleThatSays(words: string): { readonly xml: string } {
  const said = attribute(words);
  return { xml: `<?xml version="1.0"?><style version="1.0" class="in-text"><info><title>${said}</title><id>${said}</id></info>
<locale><terms><term name="and">${said}</term><term name="page" form="short">${said}</term></terms></locale>
<macro name="m"><group delimiter="${said}"><text value="${said}" font-style="italic"/><names variable="author"><name and="text" prefix="${said}" suffix="${said}" delimiter="${said}" sort-separator="${said}" initialize-with="${said}"/></names><text term="and" prefix="${said}"/></group></macro>
<citation><layout prefix="${said}" suffix="${said}" delimiter="${said}"><text macro="m"/><text variable="locator" prefix="${said}"/></layout></citation>
<bibliography><layout suffix="${said}"><text macro="m"/><text variable="title" prefix="${said}" quotes="true"/><text variable="DOI" prefix="https://doi.org/"/><text variable="URL" prefix="${said}"/></layout></bibliography></style>` };
}

describe("References in an untrusted style", () => {
  const item = { id: "k", type: "book", title: "T", author: [{ family: "A", given: "B" }, { family: "C", given: "D" }], DOI: "10.1000/x", URL: "https://x.example/a" } as unknown as CslItem;
  // XML holds neither; building a style takes a while, so that each says several texts
  const sayable = untrustedTexts.filter((words) => words.length < 1000 && !/\p{Surrogate}|\u0000/u.test(words));
  const groups = Array.from({ length: Math.ceil(sayable.length / 8) }, (_, index) => sayable.slice(index * 8, index * 8 + 8).join(" x "));

  for (const format of formats) {
    it(`hold nothing but text as ${format}, whatever the style says`, async () => {
      for (const words of groups) assertPlain(await printed([{ words: "x", item }], styleThatSays(words), format), format);
    });
  }
});
