import fc from "fast-check";
import type { AwkwardText } from "./awkwardBibliographies";
import { awkwardWords, lineEnds, withLineEnds, withMixedLineEnds } from "./awkwardTexts";

const metadata = fc.constantFrom(
  "title: T\n", "# a comment\n", "bibliography: one.bib\n", "bibliography: one.bib # mine\n", "bibliography: \"one.bib\"\n", "bibliography: 'one.bib'\n", "bibliography: [one.bib]\n", "bibliography: [one.bib, two.bib] # mine\n",
  "bibliography:\n- one.bib\n", "bibliography:\n  - one.bib # first\n  # between\n  - 'two.bib'\n", "bibliography:\n", "bibliography: # none\n", "bibliography: ~\n", "bibliography: &b one.bib\n", "bibliography: &b [one.bib]\n", "bibliography: !x one.bib\n",
  "bibliography: |\n  one.bib\n", "bibliography:\n  main: one.bib\n", "bibliography: {main: one.bib}\n", "bibliography: []\n", "bibliography: [ # none\n  ]\n", "bibliography: [\n  one.bib,\n  two.bib,\n]\n", "abstract: |\n  Words\n\n  @more\n", "abstract: >+\n  kept\n\n\n",
  "nocite: \"@a\"\n", "references:\n- id: own\n  type: book\n", "author:\n  - name: A\n    note: \"- x\"\n", "bibliography:\n- |\n  one.bib\n", "bibliography:\n-\n", "csl: apa.csl\n", "csl: |\n  apa.csl\n", "csl: &s apa.csl # mine\n", "csl:\n", "lang: \n", "x: \"#\"\n", "x: ' # '\n",
);
const frontMatter = fc.oneof(
  fc.array(metadata, { maxLength: 4 }).map((lines) => `---\n${lines.join("")}---\n`), fc.array(metadata, { maxLength: 3 }).map((lines) => `---\n${lines.join("").replace(/^(?=.)/gm, "  ")}...\n`),
  fc.constantFrom("", "", "---\n{title: T, bibliography: one.bib}\n---\n", "---\nwords\n---\n", "---\n- a\n---\n", "---\ntitle: [open\n---\n", "---\ntitle: T\n", "---\n---\n", "---\n\n---\n", "\n---\nbibliography: one.bib\n---\n", "---\n\ttitle: T\n---\n", "---\ntitle: T\n...\n"),
);
const prose = fc.oneof(
  fc.constantFrom("\n", "\n\n", "# Title\n", "Words [@a; see @b, p. 3].\n", "@a says\n", "```\ncode @a\n\n```\n", "- item [-@b]\n", "> quoted @a\n\n", "{cite:p}`a,b`\n", "# References\n", "    indented\n", "<!-- @a -->\n", "[@", "[@a", "@{a}\n", "text^[note @b]\n", "hard  \nbreak\\\n", "| [@a] |\n|---|\n", "\\@a\n"),
  awkwardWords,
);
const markdown = fc.tuple(frontMatter, fc.array(prose, { maxLength: 6 })).map(([front, all]) => front + all.join(""));

const latex = fc.tuple(
  fc.array(fc.constantFrom(
    "\\documentclass{article}\n", "\\usepackage{biblatex}\n", "\\usepackage[x]{natbib} % why\n", "\\addbibresource{one.bib}\n", "\\addbibresource{one.bib} % mine\n", "\\addbibresource{one.bib}\\title{T}\n", "  \\addglobalbib{one.bib}\n", "\\bibliography{one}\n", "\\bibliography{one,two} % mine\n",
    "% \\begin{document}\n", "\\begin{document}\n", "\\begin{document} words\n", "\\addbibresource[label=x]{\n one.bib}\n", "\\nobibliography{one}\n", "\\bibliographystyle{plain}\n", "\\newcommand{\\x}{y}\n",
  ), { maxLength: 5 }),
  fc.array(fc.oneof(fc.constantFrom("\n", "\n\n", "Words \\cite{a,b}.\n", "\\cite[p. 3]{ a }%\n", "\\cite{%\n a, % one\n b}\n", "\\cite{", "\\cite{a", "\\begin{verbatim}\n\\end{document}\n\\end{verbatim}\n", "% \\end{document}\n", "\\nocite{*}\n", "\\textcite{b}\\footnote{\\parencite{a}}\n", "\\ \n", "\\verb|\\cite{a}|\n"), awkwardWords), { maxLength: 6 }),
  fc.constantFrom("", "\\end{document}", "\\end{document}\n", "words\\end{document}\n% \\end{document}\n", "% \\end{document}"),
).map(([head, all, tail]) => head.join("") + all.join("") + tail);

/** Documents with everything that declares and cites in them, sound and broken, in line ends of one kind or of several. */
export function awkwardDocument(language: "markdown" | "latex"): fc.Arbitrary<AwkwardText> {
  const mark = fc.constantFrom("", "", "", "\ufeff");
  return fc.tuple(mark, language === "markdown" ? markdown : latex, fc.constantFrom(...lineEnds), fc.array(fc.nat(2), { maxLength: 5 })).map(([bom, text, lineEnd, kinds]) =>
    kinds.length < 3 ? { text: bom + withLineEnds(text, lineEnd), lineEnd } : { text: bom + withMixedLineEnds(text, kinds) });
}
