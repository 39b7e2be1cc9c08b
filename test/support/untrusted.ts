/**
 * What somebody may write into a title, a key, an author, a name of a file or an address so that it becomes more than text where it is shown:
 * markup, a link, a command, an icon, another line, another order of letters, a part of a format.
 */
export const untrustedTexts: readonly string[] = [
  // HTML
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=1>", "'onmouseover='x", "<a href=\"https://x.example\">x</a>", "<i onclick=1>", "<i>it</i>", "<b>", "</div>",
  "</pre></details><iframe src=\"https://example.org\">", "<span class=\"nocase\">K</span>", "<span style=\"background:url(x)\">", "<!--", "]]>", "&lt;script&gt;", "&#60;b&#62;", "&NewLine;&colon;&Tab;",
  // Markdown, VS Code's Markdown, MathJax and KaTeX
  "[x](command:workbench.action.quit)", "[x](command:sourcebook.addCorpusToWorkspace?%5B%5D)", "[x](javascript:1)", "![x](https://x.example/a.png)", "[x]: command:a", "[x][y]", "[^1]", "<command:workbench.action.quit>",
  "<https://x.example>", "www.x.example https://x.example jane@x.example mailto:jane@x.example", "$(trash) $(sync~spin)", "`a` ``b`` ```` c", "```js\nx\n```", "~~~", "# H", "\n\n# H\n", "- a\n- b", "1. a", "> a", "| a |\n|---|",
  "*a* **b** _c_ ~~d~~", "\\", "\\[x\\]", "$x$ $$\\href{javascript:1}{x}$$", "\\(\\unicode{x}\\)", "{{constructor.constructor('alert(1)')()}}", "[[x]]", "@someone", "    indented",
  // addresses
  "javascript:alert(1)", "data:text/html,<b>", "command:workbench.action.quit", "command:sourcebook.openSource", "vscode://x/y", "vscode:extension/x.y", "file:///etc/passwd", "file://share.example/x", "\\\\share.example\\x",
  "https://ok.example/a?b=c&d", "https://ok.example/\"onclick=\"x", "http://a<b>", "https://x.example/`a`)[b](command:c)", "10.1000/x", "10.1000/\"><script>", "https://doi.org/javascript:1", "10.1000/x)[y](command:z)",
  // lines, controls, order and half characters
  "a\nb\r\nc\u2028d\u2029e\u0085f\u000bg", "\u0000", "\u001b[31mred\u001b[0m", "\u001b]8;;https://x.example\u0007x\u001b]8;;\u0007", "\u001b]52;c;eA==\u0007", "\u009b31m\u0090\u009c", "\u0008\u0008\u007f", "\u202etxt.exe", "\u2066a\u2069\u202a",
  "\u200b\u200d\ufeff\u00ad\u2060", "\ufdd1\ufdd7x\ufdd0", "\ufdec1\ufdec", "\ud800", "\udc00x", "😀\u{10ffff}", "e\u0301".repeat(50),
  // LaTeX, RTF, tables, logs of builds, shells, names of our own
  "\\input{/etc/passwd} \\write18{rm x} % ^^5cinput ~ # _ & $", "\\end{document}", "{\\rtf1 \\'41 \\field{\\*\\fldinst HYPERLINK \"x\"}}", "=cmd|'/C calc'!A1", "::error file=x::y", "::set-output name=a::b%0A", "##[error]x", "$(rm x) `rm x` ; rm x", "-x", "--help",
  "__proto__", "constructor", "others", "a".repeat(3000),
];

/** The text itself, where nothing but what would mislead is taken out of it. */
export function isShownAs(shown: string, text: string): boolean {
  return letters(shown) === letters(text);
}

/** White space and what may be taken out do not count. */
function letters(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]+|\p{Surrogate}|\ufffd/gu, "");
}

/** What a text must not hold wherever it is shown on one line: controls, further lines, overrides of the order of letters. */
export const misleading = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
