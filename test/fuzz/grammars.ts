import type { Grammar } from "./grammar";

export const bibtexGrammar: Grammar = {
  start: ["«block»", "«block»«start»", "«block»«start»"],
  block: ["@misc{«key»}\n", "@«type»{«key»,\n«fields»}\n", "@«type»{«key»,\n«fields»}\n", "@«type»(«key»,«fields»)\n", "@string{«macro» = «value»}\n", "@comment{«junk»}\n", "@preamble{«value»}\n", "% «junk»\n", "«junk»\n"],
  type: ["article", "book", "Misc", "inproceedings", "xdata", "set", "online", "thesis", "@article", "incollection", "string", ""],
  key: ["k1", "k2", "doe:2001", "__proto__", "a b", "é", "k1,", "«junk»"],
  fields: ["", "  «field»,\n«fields»", "«field»\n", "«field» «fields»"],
  field: ["title = {«text»}", "author = {«names»}", "editor = \"«names»\"", "year = 2001", "date = {«date»}", "crossref = {«key»}", "xdata = {«key», «key»}", "entryset = {«key»,«key»}", "ids = {«key»}", "month = «macro»", "pages = {1--2}", "doi = {10.1/x}", "url = {http://a/b_c%d}", "«name» = «value»", "«name» =", "«name»", "journal = «value»"],
  name: ["note", "Title", "x-y", "abstract", "file", "constructor"],
  value: ["{«text»}", "\"«text»\"", "2001", "«macro»", "«value» # «value»", "{«text»", "\"«text»", ""],
  macro: ["jan", "s1", "s2", "pr", "toString"],
  names: ["Doe, Jane", "«names» and «names»", "{«text»}", "van der «text», Jr, X", "others", "family=Doe, given=J", ",", ",,,"],
  date: ["2001", "2001-02/2003", "2001~", "199X", "/", "-0044-03-15", "2001-21", "«text»"],
  text: ["word", "«text» «text»", "{«text»}", "\\'{e}", "\\\"u", "\\textit{«text»}", "$x_{«text»}$", "\\", "--", "``«text»''", "\\href{«text»}{«text»}", "{\\bf «text»}", "~", "\\&", "«junk»"],
  junk: ["x", "{", "}", "\"", "@", "%", "#", ",", "=", "\\", "\0", "«junk»«junk»", "\n", "an@example.org"],
};

export const cslJsonGrammar: Grammar = {
  start: ["[«items»]", "[\n«items»\n]\n", "{\"items\": [«items»]}", "«value»", "[«items»"],
  items: ["«item»", "«item», «items»", "«item»\n«items»", ""],
  item: ["{\"id\": \"«key»\"}", "{\"id\": \"«key»\", «variables»}", "{«variables», \"id\": \"«key»\"}", "{\"id\": 5, «variables»}", "{«variables»}", "«value»", "{\"id\": \"«key»\", «variables»"],
  key: ["k1", "k2", "http://zotero.org/1/items/A", "__proto__", "a\\u0041\\n", "é", "", "\\\"q\\\""],
  variables: ["\"type\": \"book\"", "«variable»", "«variable», «variables»", "«variable»,,«variables»", "«variable» «variables»"],
  variable: ["\"title\": «string»", "\"author\": [«name»]", "\"author\": «value»", "\"issued\": {\"date-parts\": [[«value», 2]]}", "\"issued\": «value»", "\"type\": «value»", "\"__proto__\": «value»", "\"constructor\": «value»", "\"custom\": {\"a\": «value»}", "\"note\": «string»", "«string»: «value»", "\"DOI\": «value»", "\"id\": «value»"],
  name: ["{\"family\": «string»}", "{\"family\": «string», \"given\": «value»}", "{\"literal\": «value»}", "«name», «name»", "«value»", "{}"],
  value: ["1", "«string»", "[«value», «value»]", "{}", "[]", "{\"a\": «value»}", "null", "true", "-1e999", "01", "nul", "'x'", "", "/* c */ 1", "// c\n1"],
  string: ["\"x\"", "\"<i>«words»</i>\"", "\"«words»", "\"\\ud800\"", "\"\\x\"", "\"a\nb\"", "\"<span class=\\\"nocase\\\">x\"", "\"\\u202e\""],
  words: ["word", "«words» «words»", "\\u00e9", "\\\\", "javascript:x"],
};

export const cslYamlGrammar: Grammar = {
  start: ["references:\n«items»", "---\nreferences:\n«items»...\n", "«items»", "references: [«flow», «flow»]\n", "---\nx: «flow»\nreferences:\n«items»---\n"],
  items: ["«item»", "«item»«items»", "«item»«items»"],
  item: ["- id: «key»\n", "- id: «key»\n  type: book\n«fields»", "- id: «key»\n«fields»", "-\n  id: «key»\n«fields»", "- «flow»\n", "- &a\n  id: «key»\n«fields»", "  - id: «key»\n    title: x\n", "- *a\n", "- {<<: *a, id: «key»}\n", "# «words»\n", "«words»\n"],
  key: ["k1", "k2", "\"k 3\"", "'k''4'", "__proto__", "k\\_5", "5", "@a", "*a", "&b k6", "!t k7", "é"],
  fields: ["  title: «value»\n", "«field»", "«field»«fields»", "«field»«fields»"],
  field: ["  title: «value»\n", "  author:\n  - family: «value»\n    given: «value»\n", "  author: «flow»\n", "  issued: 2001-02\n", "  issued:\n    date-parts:\n    - - 2001\n      - 2\n", "  abstract: |\n    «words»\n\n    «words»\n", "  note: >-\n    «words»\n", "   title: «value»\n", "\ttitle: x\n", "  ? a\n  : b\n", "  \"title\": «value»\n", "  title: «value»\n   «words»\n", "  «words»\n", "  <<: *a\n"],
  value: ["x", "«words»", "\"«words»\"", "'«words»'", "\"«words»\n   «words»\"", "«flow»", "*a", "&a «words»", "!!str 5", "|\n    x", "\"\\x41\\u0041\\q\"", "", "~", "A: B", "a #b", "[", "{"],
  flow: ["{}", "{id: k9, title: «words»}", "[«flow», «flow»]", "{a: «flow»}", "[«words», \"«words»\"]", "[", "{a", "*a", "{? a : b}", "[a: b]"],
  words: ["word", "«words» «words»", "*em*", "**st** [@c]", "[l](u)", "\\*", ":", "- x", "# y", "%", "\0", "'"],
};

export const hayagrivaGrammar: Grammar = {
  start: ["«entry»", "«entry»«start»", "«entry»«start»"],
  entry: ["«key»:\n    type: Book\n", "«key»:\n    type: «type»\n«fields»", "«key»:\n  type: «type»\n  title: «value»\n", "«key»: {type: Book, title: «value»}\n", "# c\n", "«value»\n", "«key»:\n", "«key»: &a\n    type: Book\n    title: x\n", "«key»: *a\n"],
  key: ["k1", "k2", "\"k 3\"", "__proto__", "a:b", "? k", "é"],
  type: ["Book", "article", "Web", "Nobodys", "[Book]", ""],
  fields: ["", "«field»«fields»", "«field»«fields»"],
  field: ["    title: «value»\n", "    author: [\"Doe, Jane\", \"«value»\"]\n", "    author:\n    - «value»\n", "    date: «date»\n", "    parent:\n        type: Periodical\n        title: «value»\n", "    parent:\n    - type: Book\n      title: x\n    - type: Conference\n", "    url: {value: http://a, date: «date»}\n", "    serial-number: {doi: \"10.1/x\", isbn: 5}\n", "    page-range: 1-2\n", "    title: {value: «value», short: y}\n", "    affiliated: [{role: Translator, names: [\"A, B\"]}]\n", "     title: x\n", "    note: >\n      folded\n      text\n"],
  date: ["2001", "2001-02-03", "~2001", "x", "[2001]", "-44", "2001-13"],
  value: ["x", "\"x\"", "'x'", "A: B", "[a", "{b", "*a", "&a x", "|\n      x", "", "\"x\n   y\"", "\0"],
};

const taggedWords = ["x", "Doe, Jane", "«words» «words»", "2001/02/03/", "10.1/x", "http://a", "«words»\n«words»", "\t", "é", "\0", "- y", "  - "];

export const risGrammar: Grammar = {
  start: ["«record»", "«record»«start»", "«record»«start»"],
  record: ["TY  - BOOK\nER  - \n", "TY  - «type»\nID  - «key»\n«fields»ER  - \n", "TY  - «type»\n«fields»ER  - \n\n", "TY  - JOUR\n«fields»", "«words»\n", "\r\nER  -\r\n", "ID  - «key»\n"],
  type: ["JOUR", "BOOK", "CHAP", "THES", "NOBODYS", "", "jour"],
  key: ["k1", "k2", "a b", "__proto__", "", "«words»"],
  fields: ["", "«field»«fields»", "«field»«fields»"],
  field: ["AU  - «words»\n", "TI  - «words»\n", "T2  - «words»\n", "PY  - «words»\n", "DA  - «words»\n", "SP  - 1\n", "EP  - 2\n", "DO  - «words»\n", "UR  - «words»\n", "AB  - «words»\n", "KW  - «words»\n", "ID  - «key»\n", "ZZ  - «words»\n", "«words»\n", "AU - x\n", "AU  -x\n", "\n"],
  words: taggedWords,
};

export const referGrammar: Grammar = {
  start: ["«record»", "«record»\n«start»", "«record»«start»"],
  record: ["%0 Book\n", "%0 «type»\n«fields»", "«fields»", "«words»\n"],
  type: ["Book", "Journal Article", "Nobodys", "", "Thesis"],
  fields: ["%F «words»\n", "«field»«fields»", "«field»«fields»"],
  field: ["%A «words»\n", "%T «words»\n", "%D «words»\n", "%F «words»\n", "%J «words»\n", "%X «words»\n\n«words»\n", "%@ «words»\n", "%U «words»\n", "%", "%%\n", "%A\n", "%0 Book\n", "%A«words»\n", "\n\n"],
  words: taggedWords,
};

export const nbibGrammar: Grammar = {
  start: ["«record»", "«record»\n«start»", "«record»\n«start»"],
  record: ["PMID- 1\n", "PMID- «key»\n«fields»", "«fields»", "«words»\n"],
  key: ["1", "22", "x", "", "__proto__"],
  fields: ["", "«field»«fields»", "«field»«fields»"],
  field: ["TI  - «words»\n", "FAU - «words»\n", "AU  - «words»\n", "DP  - 2001 Jan-Feb\n", "DP  - «words»\n", "JT  - «words»\n", "LID - 10.1/x [doi]\n", "AB  - «words»\n      «words»\n", "      «words»\n", "PMID- «key»\n", "AID - «words»\n", "PG  - 1-2\n", "XXXX- x\n", "X- y\n", "\n"],
  words: taggedWords,
};

export const markdownGrammar: Grammar = {
  start: ["«block»", "«meta»«blocks»", "«blocks»", "«blocks»"],
  blocks: ["«block»", "«block»\n«blocks»", "«block»«blocks»"],
  block: ["«inline»\n", "> «block»", "- «block»", "1. «block»", "(@ex) «inline»\n", "# «inline»\n", "«inline»\n===\n", "```«inline»\n«inline»\n```\n", "~~~ {.r x=\"«inline»\"}\n«inline»\n", "    «inline»\n", "::: {#refs}\n«block»:::\n", "<div class=\"«inline»\">\n«block»</div>\n", "<!-- «inline» -->\n", "|a|«inline»|\n|-|:-:|\n|«inline»|\n", "+--+--+\n|@a|«inline»|\n+==+==+\n| | |\n+--+--+\n", "a     «inline»\n----- ------\n«inline»   x\n\n", "Term\n:   «inline»\n", "| «inline»\n", "[^1]: «inline»\n\n    «inline»\n", "[r]: <u> \"«inline»\"\n", "---\n«inline»: «inline»\n---\n", "\\begin{«env»}\n«inline»\n\\end{«env»}\n", "$$\n«inline»\n$$\n", "{{< include «inline» >}}\n", "```{bibliography}\n```\n", "\n"],
  meta: ["---\nbibliography: a.bib\n---\n", "---\n«yaml»---\n", "\ufeff---\n«yaml»...\n", "---\r\n«yaml»---\r\n", "% «inline»\n% «inline»\n", "---\n«yaml»"],
  yaml: ["title: x\n", "«yaml»«yaml»", "bibliography: [a.bib, «path»]\n", "bibliography:\n  - «path»\n  - x: «path»\n", "bibliography: «path»\n", "nocite: |\n  «inline»\n", "nocite: '@*'\n", "references:\n- id: «path»\n  title: «inline»\n", "csl: «path»\n", "lang: de-DE\n", "abstract: \"«inline»\"\n", "x: &a [*a, «path»]\n", "\tx\n", "? a\n", "suppress-bibliography: true\n", "title: >\n  «inline»\n"],
  path: ["a.bib", "\"b c.bib\"", "'d%20e.bib'", "*a", "&a f.bib", "..\\g.bib", "[", "{x: y}", "", "é.bib", "a\\u0041"],
  env: ["equation", "a", "verbatim", "tikzpicture"],
  inline: ["x", "«inline» «inline»", "«inline»«inline»", "@a", "-@b", "@{c d}", "[@a]", "[see @a, p. 3; -@b, «inline»]", "@a [p. «inline»]", "[«inline»]", "[«inline»](u \"«inline»\")", "[«inline»][r]", "![«inline»](u){.x}", "*«inline»*", "**«inline»**", "_«inline»_", "`«inline»`", "``«inline»", "$«inline»$", "\\(«inline»\\)", "<b a=\"«inline»\">", "<!-- «inline»", "^[«inline»]", "[^1]", "\\@a", "\\x{«inline»}", "{cite:p}`a, «inline»`", "{cite}`a", "<http://x/@a>", "http://x/@a", "a@b.c", "@fig-one", "\\@ref(fig:x)", "~~«inline»~~", "H~2~O", "\"«inline»\"", "'«inline»'", "@a{p. 3, «inline»}", "&amp;", "  \n", "\n", "\0", "@", "[@", ";"],
};

export const latexGrammar: Grammar = {
  start: ["«body»", "\\documentclass[«keys»]{article}\n«body»\\begin{document}\n«body»\\end{document}\n«body»", "«body»", "% !TEX root = «path»\n«body»"],
  body: ["«item»", "«item»«body»", "«item»\n«body»", "«item»«body»"],
  item: ["x ", "\\«cite»{«keys»}", "\\«cite»[«note»]{«keys»}", "\\«cite»[«note»][«note»]{«keys»}", "\\«cite»*<«note»>{«keys»}", "\\cites(«note»)(«note»)[«note»]{«keys»}[«note»]{«keys»}", "\\volcite{2}[«note»]{«keys»}", "\\nocite{*}", "\\bibliography{«path»,«path»}", "\\addbibresource[«note»]{«path»}", "\\input{«path»}", "\\input «path» ", "\\import{«path»}{«path»}", "\\subfile{«path»}", "\\begin{«env»}«body»\\end{«env»}", "\\begin{«env»}", "\\end{«env»}", "\\verb|«body»|", "\\verb+«note»", "% «note»\n", "{«body»}", "[«body»]", "$«body»$", "\\newcommand{\\x}[1]{\\cite{#1}}", "\\newcommand\\x[2][a]{«body»}", "\\def\\x#1{\\cite{#1}}", "\\let\\x\\cite ", "\\x{«keys»}", "\\iffalse «body»\\fi ", "\\if0«body»\\else «body»\\fi ", "\\MakeShortVerb{\\|}", "|«note»|", "\\newcites{a}{b}", "\\citea{«keys»}", "\\begin{thebibliography}{9}\\bibitem[«note»]{«keys»} «body»\\end{thebibliography}", "\\bibitem{«keys»} ", "\\url{«note»}", "\\bibliographystyle{«path»}", "\\usepackage[style=«path»]{biblatex}", "\\footnote{«body»}", "\\printbibliography[«note»]", "<<a>>=\n«note»\n@\n", "\n\n", "\\begin{lstlisting}[caption={«note»}]\n«note»\n\\end{lstlisting}", "\\", "\\comment «body»"],
  cite: ["cite", "citep", "citet", "Textcite", "autocite", "parencite", "footcite", "citeauthor", "nocite", "citeaffixed", "fullcite", "citeA", "notacommand", "textcquote"],
  keys: ["a", "a,b", "a, b , c", "a%\n,b", "", ",", "«keys»,«keys»", "a\n\nb", "{a}", "#1", "__proto__", "é", "*"],
  note: ["p. 3", "", "{a]b}", "\\emph{x}", "[", "]", "{", "}", "\\cite{z}", "«note»«note»", "a%\nb", "\0", "~"],
  path: ["a", "a.bib", "b/c.tex", "\"d e\"", "{f}", "..\\g", "\\x", "%\nh", "", "é"],
  env: ["document", "verbatim", "comment", "lstlisting", "a", "equation", "filecontents", "refsection", "appendix"],
};

export const projectGrammar: Grammar = {
  start: ["«line»", "«line»«start»", "«line»«start»"],
  line: ["bibliography: a.bib\n", "bibliography: «value»\n", "book:\n  bibliography: «value»\n", "project:\n  bibliography: «value»\n", "csl: «value»\n", "lang: «value»\n", "x: &a «value»\n", "metadata:\n  bibliography:\n  - «value»\n", "«value»\n", "\tx\n", "---\n", "? a\n", "# c\n", "lang:\n  a: b\n"],
  value: ["a.bib", "[a.bib, «value»]", "{a: «value»}", "*a", "&a b.bib", "\"c d.bib\"", "'e''f'", "|\n  g.bib", "!!str h", "[", "{", "", "5", "true", "2001-01-01", "@a", "\0"],
};
