import assert from "node:assert/strict";
import fc from "fast-check";
import markdownIt from "markdown-it";
import { escapeMarkdown, markdownCode, messageLine, plainLine, rowLine } from "../../../../src/core/text/escape";
import { isShownAs, misleading, untrustedTexts } from "../../../support/untrusted";

const reader = markdownIt({ html: true, linkify: true, typographer: false }) as { render(text: string): string };

const text = fc.array(fc.oneof(fc.constantFrom(...untrustedTexts), fc.constantFrom(..."[ ] ( ) { } < > ` * _ ~ $ \\ ! # + - = | ^ @ : & ; ' \" . / \n \t".split(" "), " "), fc.string({ unit: "grapheme", maxLength: 5 })), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));

/** The text of HTML that has no tags. */
function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: "\"" };
  return html.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Asserts that Markdown is read as one paragraph that says what `expected` says and nothing else. */
function assertPlain(markdown: string, expected: string): void {
  const [, inside] = /^<p>([^<>]*)<\/p>\n$/.exec(reader.render(markdown)) ?? [];
  assert.ok(inside !== undefined, `${JSON.stringify(markdown)} is read as ${reader.render(markdown)}`);
  assert.ok(isShownAs(textOf(inside), expected), `${JSON.stringify(expected)} is shown as ${JSON.stringify(textOf(inside))}`);
}

describe("Text from files as Markdown", () => {
  it("is read as that text: at the start of a line and behind words", () => {
    for (const written of untrustedTexts) {
      if (plainLine(written) !== "") assertPlain(escapeMarkdown(written), written);
      assertPlain(`a ${escapeMarkdown(written)} b`, `a ${written} b`);
    }
    fc.assert(fc.property(text, (written) => assertPlain(`a ${escapeMarkdown(written)} b`, `a ${written} b`)), { numRuns: 500 });
    fc.assert(fc.property(text, (written) => {
      if (plainLine(written) !== "") assertPlain(escapeMarkdown(written), written);
    }), { numRuns: 500 });
  });

  it("stays in a list item, in a link's words and in emphasis", () => {
    fc.assert(fc.property(text, (written) => {
      const escaped = escapeMarkdown(`x${written}x`);
      assert.match(reader.render(`- ${escaped}\n- y`), /^<ul>\n<li>[^<>]*<\/li>\n<li>y<\/li>\n<\/ul>\n$/);
      assert.match(reader.render(`[${escaped}](https://x.example)`), /^<p><a href="https:\/\/x\.example">[^<>]*<\/a><\/p>\n$/);
      assert.match(reader.render(`*${escaped}*`), /^<p><em>[^<>]*<\/em><\/p>\n$/);
    }), { numRuns: 300 });
  });

  it("stays in code", () => {
    fc.assert(fc.property(text, (written) => {
      if (plainLine(written) === "") return;
      const [, inside = ""] = /^<p><code>([^<>]*)<\/code><\/p>\n$/.exec(reader.render(markdownCode(written))) ?? [];
      assert.ok(isShownAs(textOf(inside), written), JSON.stringify(written));
    }), { numRuns: 500 });
  });
});

describe("Text from files on one line", () => {
  it("holds nothing that misleads, no icon in rows, no link in messages", () => {
    fc.assert(fc.property(text, (written) => {
      for (const escape of [plainLine, rowLine, messageLine, escapeMarkdown, markdownCode]) assert.doesNotMatch(escape(written), misleading);
      assert.ok(isShownAs(plainLine(written), written));
      // as VS Code reads rows (renderLabelWithIcons) and messages (parseLinkedText)
      assert.doesNotMatch(rowLine(written), /(?<!\\)\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/);
      assert.doesNotMatch(messageLine(written), /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i);
    }), { numRuns: 1000 });
  });
});
