import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";

function keys(text: string): string {
  return parseLatex(text, { citationCommands: [] }).clusters.flatMap(({ citationItems }) => citationItems.map(({ key }) => key)).join(" ");
}

describe("LaTeX text that is not read", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    // comments
    ["% \\cite{a}\n\\cite{b} % \\cite{c}\n100\\% \\cite{d} \\\\% \\cite{e}", "b d"],
    ["% \\cite{a}\r\\cite{b}", "b"],
    ["\\begin{comment}\n\\cite{a}\n\\end{comment}\n\\cite{b}", "b"],
    // verbatim environments
    ...["verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "filecontents", "filecontents*"]
      .map((name) => [`\\begin{${name}}[x]\n\\cite{a} % { \n\\end{${name}} \\cite{b}`, "b"] as const),
    ["\\begin{verbatim}\n\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\n\\cite{b}", "b"],
    ["\\cite{a} \\begin{verbatim} \\cite{b}", "a"],
    ["\\newcommand{\\bv}{\\begin{verbatim}}\n\\cite{a}", "a"],
    ["\\DefineVerbatimEnvironment{code}{Verbatim}{}\n\\begin{code}\\cite{a}\\end{code} \\cite{b}", "b"],
    ["\\lstnewenvironment{py}[1][]{\\lstset{#1}}{} \\begin{py}\\cite{a}\\end{py} \\cite{b}", "b"],
    ["\\newminted{python}{} \\begin{pythoncode}\\cite{a}\\end{pythoncode} \\cite{b}", "b"],
    ["\\excludecomment{solution}\\begin{solution}\\cite{a}\\end{solution} \\cite{b}", "b"],
    ["\\begin{alltt}\\cite{a}\\end{alltt} \\begin{semiverbatim}\\cite{b}\\end{semiverbatim}", "a b"],
    ["\\newenvironment{code}{\\VerbatimEnvironment\\begin{Verbatim}}{\\end{Verbatim}} \\begin{code}\\cite{a}\\end{code} \\cite{b}", "b"],
    ["\\newenvironment{hidden}[1][x]{\\comment}{\\endcomment} \\begin{hidden}\\cite{a}\\end{hidden} \\newenvironment{q}{\\small}{} \\begin{q}\\cite{b}\\end{q}", "b"],
    ["\\NewDocumentEnvironment{code}{O{a} m}{\\lstset{#1}\\VerbatimEnvironment\\begin{Verbatim}}{\\end{Verbatim}} \\begin{code}{x}\\cite{a}\\end{code} \\cite{b}", "b"],
    ...["\\DeclareTCBListing{code}{ O{} m }{}", "\\NewTCBListing{code}{ m }{}", "\\newtcblisting[auto counter]{code}[2][]{}", "\\CustomVerbatimEnvironment{code}{BVerbatim}{}", "\\newminted[code]{python}{}"]
      .map((definition) => [`${definition} \\begin{code}{x}\\cite{a}\\end{code} \\cite{b}`, "b"] as const),
    ["\\begin{tcolorbox}\\cite{a}\\end{tcolorbox} \\begin{ltxexample}\\cite{b}\\end{ltxexample}", "a"],
    ["\\includecomment{comment} \\begin{comment}\\cite{a}\\end{comment}", "a"],
    // options are LaTeX
    ["\\begin{lstlisting}[caption={As in \\cite{a}.}, language=C]\n\\cite{b} % {\n\\end{lstlisting} \\cite{c}", "a c"],
    ["\\begin{lstlisting}[caption={As in \\cite{a}\n\n\\cite{b}\\end{lstlisting} \\cite{c}", "c"],
    ["\\begin{minted}[label=\\verb|]|]{tex}\\cite{b}\\end{minted} \\cite{c} \\begin{minted}[x]{tex}\\cite{d}\\end{minted}", "c"],
    ["\\begin{verbatim}[\\cite{a}]\\end{verbatim} \\cite{b}", "b"],
    ["\\begin{quote}\\cite{a}\\end{quote} \\begin{listing}\\cite{b}\\end{listing}", "a b"],
    // inline
    [String.raw`\verb|\cite{a}| \verb*+\cite{b}+ \verb!{! \cite{c}`, "c"],
    [String.raw`\lstinline|\cite{a}| \lstinline[language=TeX]{\cite{b}} \mintinline{tex}{\cite{c}} \mintinline[x=y]{tex}|\cite{d}| \Verb+\cite{e}+ \cite{f}`, "f"],
    ["\\verb|\\cite{a}\n\\cite{b}", "b"],
    [String.raw`\newcommand{\code}{\lstinline} \let\v=\verb \cite{a}`, "a"],
    [String.raw`\url{http://x.org/50%25\cite{a}} \nolinkurl{a%b} \path|a%b| \href{http://x/%7Eb}{see \cite{b}} \cite{c}`, "b c"],
    [String.raw`\path (0,0) -- (1,1) node {\cite{a}};`, "a"],
    [String.raw`\MakeShortVerb{\|} |\cite{a}| \cite{b} | \cite{c}`, "b c"],
    ["\\MakeShortVerb{\\|} |x| \\cite{b}\n| \\cite{c}\n\\DeleteShortVerb{\\|} | \\cite{d} |", "b c d"],
    // switched off
    [String.raw`\iffalse \cite{a} \fi \cite{b}`, "b"],
    [String.raw`\iffalse \cite{a} \ifx\x\y \else \cite{b} \fi \iff \fi \cite{c}`, "c"],
    [String.raw`\iffalse \cite{a} \else \cite{b} \fi`, "b"],
    ["\\iffalse % \\fi\n\\cite{a} \\fi \\cite{b}", "b"],
    [String.raw`\let\ifdraft\iffalse \cite{a} \let\ifx=\iffalse \cite{b}`, "a b"],
    [String.raw`\setdraft{\iffalse} \cite{a}`, "a"],
    ["\\cite{a}\n\\end{document}\n\\cite{b}", "a"],
    ["\\newcommand{\\stop}{\\end{document}} \\cite{a}", "a"],
    // an example that is a whole document does not end the one that shows it
    ["\\begin{document}\n\\begin{example}\\begin{document}\\cite{a}\\end{document}\\end{example}\\cite{b}\\end{document}\\cite{c}", "a b"],
    ["\\begin{example}\\begin{document}\\cite{a}\\end{document}\\end{example}\\cite{b}", "a b"],
    ["\\begin{document}\\begin{itemize}\\cite{a}\\end{document}\\cite{b}", "a"],
    ["\\begin{itemize}\\end{quote}\\cite{a}\\end{document}\\cite{b}", "a"],
    ["\\if0\n\\cite{a}\n\\fi \\cite{b} \\if 0 % off\r\n\\cite{c}\\else\\cite{d}\\fi \\if0\\blind\n\\cite{e}\\fi", "b d e"],
    // Sweave and knitr
    ["\\cite{a}\n<<x, echo=FALSE>>=\nf(\"\\\\cite{b}\") %in% {\n@\n\\cite{c}", "a c"],
    ["<<x>>=\n\\cite{a}", "a"],
    ["\\cite{a}\r\n  <<x>>=\r\nx@slot \\cite{b}\r\n  @y\r\n  @ % end\r\n\\cite{c} <<x>>= \\cite{d}\n@", "a c d"],
    [String.raw`\Sexpr{x %in% "\cite{a}"} \cite{b}`, "b"],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(keys(text), expected));
});

describe("LaTeX definitions", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    [String.raw`\newcommand{\x}[2][\cite{a}]{\cite{#1} \citep{b}} \cite{c}`, "c"],
    [String.raw`\renewcommand*\x{\cite{a}} \providecommand{\y}{\cite{b}} \DeclareRobustCommand{\z}[1]{\cite{c}} \cite{d}`, "d"],
    [String.raw`\renewcommand\cite[1]{\cite{a}} \cite{b}`, "b"],
    ["\\NewDocumentCommand{\\x}{o m}{\n  \\cite[#1]{a}\n\n  \\cite{b}\n} \\cite{c}", "c"],
    [String.raw`\def\x#1#2{\cite{a}} \gdef\y[#1]{\cite{b}} \long\def\z#1\end{\cite{c}} \cite{d}`, "d"],
    [String.raw`\let\oldcite\cite \let\x = \cite \cite{a}`, "a"],
    [String.raw`\newenvironment{x}[1]{\cite{a}}{\cite{b}} \NewDocumentEnvironment{y}{m}{\cite{c}}{\cite{d}} \cite{e}`, "e"],
    [String.raw`\DeclareCiteCommand{\cite}[\mkbibparens]{\cite{a}}{\cite{b}}{\cite{c}}{\cite{d}} \cite{e}`, "e"],
    [String.raw`\newbibmacro*{x}[1]{\cite{a}} \patchcmd{\x}{\cite{a}}{\cite{b}}{}{} \robustify\cite \string\cite{c} \cite{d}`, "d"],
    // half-typed: the paragraph is lost, the rest is not
    ["\\newcommand{\\x}[1]{\\cite{#1}\n\\cite{a}\n\n\\cite{b}", "b"],
    ["\\newcommand{\\x} \\cite{a} \\def\n\n\\cite{b}", "a b"],
    [String.raw`\AtBeginDocument{\nocite{a}} \cite{b}`, "a b"],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(keys(text), expected));
});
