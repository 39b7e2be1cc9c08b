import assert from "node:assert/strict";
import { doiUrl, escapeMarkdown, markdownCode, messageLine, plainLine, rowLine, safeWebUrl } from "../../../../src/core/text/escape";

function check<T>(name: string, escape: (text: string) => T, rows: readonly (readonly [text: string, expected: T])[]): void {
  describe(name, () => {
    for (const [text, expected] of rows) it(JSON.stringify(text), () => assert.equal(escape(text), expected));
  });
}

check("Text in Markdown", escapeMarkdown, [
  ["plain words", "plain words"],
  ["*a* _b_ `c` [d](command:x) ![e](f)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](command:x) !\\[e\\](f)"],
  ["<script>alert(1)</script> &amp;", "\\<script>alert(1)\\</script> \\&amp;"],
  ["# a\n- b\n1. c\n| d |\n~~e~~ $(icon) https://x.org a@b", "\\# a - b 1. c \\| d \\| \\~\\~e\\~\\~ \\$(icon) https\\://x.org a\\@b"],
  ["back\\slash", "back\\\\slash"],
  ["1. one", "1\\. one"],
  ["2) two (2001).", "2\\) two (2001)."],
  ["- a", "\\- a"],
  ["> a - b", "\\> a - b"],
  ["a & b &", "a & b \\&"],
  ["www.example.org", "www\\.example.org"],
]);

check("Text on one line", plainLine, [
  ["  a \n\t b\u2028c ", "a b c"],
  ["a\0b\u001b[31mc\u009f", "ab[31mc"],
  ["abc\u202edcba\u2066", "abcdcba"],
]);

check("Text in a row, where no icon comes of it", rowLine, [["$(trash) a $(sync~spin)", "\\$(trash) a \\$(sync~spin)"], ["$(x + y) costs $5", "$(x + y) costs $5"], ["a\nb\u202e", "a b"]]);

check("Text in a message, where no link comes of it", messageLine, [["[a](command:b) [c]", "[a] (command:b) [c]"], ["a\n[b\u0000]\u202e(command:c)", "a [b] (command:c)"]]);

check("Code in Markdown", markdownCode, [["a", "`a`"], ["a`b", "`` a`b ``"], ["``", "``` `` ```"], ["a\nb", "`a b`"]]);

check("Web addresses", safeWebUrl, [
  ["https://x.org/a?b=c#d", "https://x.org/a?b=c#d"],
  [" HTTP://x.org/a(b) ", "HTTP://x.org/a%28b%29"],
  ["javascript:alert(1)", undefined],
  ["command:x", undefined],
  ["file:///etc/passwd", undefined],
  ["https://x.org/a b", undefined],
  ["https://x.org/\"><script>", undefined],
  ["https://x.org/\u202egpj.exe", undefined],
  ["https://x.org/\u009b1m", undefined],
  ["https://x.org/\ud800", "https://x.org/\ufffd"],
  ["data:text/html,<b>", undefined],
  ["vscode://x/y", undefined],
  ["", undefined],
]);

check("DOIs", doiUrl, [
  ["10.1000/x", "https://doi.org/10.1000/x"],
  ["doi: 10.1000/x", "https://doi.org/10.1000/x"],
  ["https://dx.doi.org/10.1000/x", "https://doi.org/10.1000/x"],
  ["10.1002/(SICI)1097<1::AID>3.0.CO;2-#", "https://doi.org/10.1002/%28SICI%291097%3C1::AID%3E3.0.CO;2-%23"],
  ["10.1000/\ud800x", "https://doi.org/10.1000/%EF%BF%BDx"],
  ["10.1000/\u202ex", "https://doi.org/10.1000/%E2%80%AEx"],
  ["10.1000/\"><script>", "https://doi.org/10.1000/%22%3E%3Cscript%3E"],
  ["x", undefined],
  ["11.1/x", undefined],
  ["", undefined],
]);
