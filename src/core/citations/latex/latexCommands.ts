import type { CitationMode } from "../../model/citation";

/** A command that cites: `\cite[prenote][postnote]{keys}` and its kin. */
export interface CitationCommand {
  readonly kind: "citation";
  /** Of the starred form too, where that has none of its own. `mention`: keys are written, but nothing is cited (`\defcitealias`). */
  readonly mode: CitationMode | "mention";
  readonly starredMode?: CitationMode;
  /** BibLaTeX's multicites: `(pre)(post)[pre][post]{key}[pre][post]{key}…` */
  readonly isMulti?: boolean;
  /** Mandatory arguments before the keys: the volume of `\volcite`, or others such as the language of `\foreigntextcquote`. */
  readonly leading?: readonly ("volume" | "other")[];
  /** A mandatory argument behind the keys that is a prenote: `\citeaffixed{keys}{affix}` of harvard. */
  readonly trailing?: "prenote";
}

/** A command whose arguments are code for later: nothing in them is a fact of this document. */
export interface DefinitionCommand {
  readonly kind: "definition";
  /** Mandatory arguments behind the name that is defined. */
  readonly groups: number;
}

export type LatexCommand =
  | CitationCommand
  | DefinitionCommand
  /** `\def\name#1{…}` */
  | { readonly kind: "primitive-definition" }
  /** The next commands are names, not calls: `\let\a\b`, `\string\cite`. */
  | { readonly kind: "names"; readonly count: number }
  /** Files stand in the mandatory argument or in the first option; among `resources` there are labels of files that are declared elsewhere. */
  | { readonly kind: "bibliography"; readonly files: "list" | "one" | "option" | "resources" }
  | { readonly kind: "include"; readonly form: "group" | "plain" | "directory" }
  | { readonly kind: "document-class" }
  /** `\bibitem[label]{key}`; harvard's `\harvarditem` has arguments before the key. */
  | { readonly kind: "bibitem"; readonly leading: number }
  /** amsrefs' `\bib{key}{type}{fields}` */
  | { readonly kind: "amsrefs-entry" }
  | { readonly kind: "bibliography-end" }
  /** The list of references will stand here. */
  | { readonly kind: "reference-list" }
  | { readonly kind: "body" }
  | { readonly kind: "bibliography-style" }
  | { readonly kind: "packages" };

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function named(names: string, command: LatexCommand): readonly (readonly [string, LatexCommand])[] {
  return words(names).map((name) => [name, command] as const);
}

function cites(names: string, mode: CitationCommand["mode"], rest: Omit<CitationCommand, "kind" | "mode"> = {}): readonly (readonly [string, LatexCommand])[] {
  return named(names, { kind: "citation", mode, ...rest });
}

// apacite derives most of its commands by prefix: \maskcite, \fullcite, \shortcite, \maskfullcite, \maskshortcite.
const apacitePrefixes = ["", "full", "short", "mask", "maskfull", "maskshort"];
const apacite = (names: string): string => words(names).flatMap((name) => apacitePrefixes.map((prefix) => prefix + name)).join(" ");
const masked = (names: string): string => words(names).flatMap((name) => [name, `mask${name}`, `short${name}`]).join(" ");

/**
 * Citation commands with the modes of Pandoc's LaTeX reader (Text.Pandoc.Readers.LaTeX.Citation); commands it does not know
 * have the mode of the command they are a variant of.
 */
const citations: readonly (readonly [string, LatexCommand])[] = [
  // LaTeX, natbib, biblatex
  ...cites("cite Cite parencite Parencite autocite Autocite", "normal", { starredMode: "suppress-author" }),
  ...cites(`footcite Footcite footcitetext Footcitetext smartcite Smartcite supercite Supercite fullcite footfullcite footfullcitetext
    citetitle Citetitle footcitetitle citeurl footciteurl citefield citelist notecite Notecite pnotecite Pnotecite fnotecite Fnotecite`, "normal"),
  ...cites(`${masked("citep Citep citealp Citealp citenum citepalias Citepalias")} citeal`, "normal"),
  ...cites(`${masked("citet Citet citealt Citealt citeauthor Citeauthor citefullauthor Citefullauthor citetalias Citetalias")}
    textcite Textcite citename`, "author-in-text"),
  ...cites(`${masked("citeyear Citeyear citeyearpar Citeyearpar")} citedate Citedate citeurldate citeurlanddate`, "suppress-author"),
  ...cites("nocite nocitemeta masknocite", "nocite"),
  ...cites("defcitealias shortcites", "mention"),
  ...cites("addtocategory defbibentryset", "mention", { leading: ["other"] }),
  ...cites(`cites Cites parencites Parencites autocites Autocites footcites Footcites footcitetexts Footcitetexts smartcites Smartcites
    supercites Supercites fullcites footfullcites citetitles`, "normal", { isMulti: true }),
  ...cites("textcites Textcites", "author-in-text", { isMulti: true }),
  ...cites("mcite Mcite mparencite Mparencite mfootcite mfootcitetext mautocite Mautocite msupercite bibentry", "normal"),
  ...cites("mtextcite Mtextcite", "author-in-text"),
  ...cites(`volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite Ftvolcite svolcite Svolcite avolcite Avolcite`, "normal", { leading: ["volume"] }),
  ...cites("tvolcite Tvolcite", "author-in-text", { leading: ["volume"] }),
  ...cites(`volcites Volcites pvolcites Pvolcites fvolcites Fvolcites ftvolcites Ftvolcites svolcites Svolcites avolcites Avolcites`, "normal",
    { leading: ["volume"], isMulti: true }),
  ...cites("tvolcites Tvolcites", "author-in-text", { leading: ["volume"], isMulti: true }),
  // csquotes: quotations that cite
  ...cites("textcquote blockcquote begin{displaycquote}", "normal"),
  ...cites(`foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote
    begin{foreigndisplaycquote} begin{hyphendisplaycquote}`, "normal", { leading: ["other"] }),
  // biblatex-chicago, biblatex-apa
  ...cites(`citejournal citeincite fullciteincite headlesscite Headlesscite headlessfullcite headlessshortcite headlessparencite
    headlessparenshortcite shorthandcite shorthandrefcite shortrefcite Shortrefcite Shortcite runcite origfullcite origpublcite
    citetranslator fullcitebib nptextcite`, "normal"),
  ...cites(`headlesscites Headlesscites headlessfullcites headlessparencites headlessparenshortcites citeincites fullciteincites
    nptextcites`, "normal", { isMulti: true }),
  ...cites("gentextcite Gentextcite foottextcite surnamecite citeauthorfull", "author-in-text"),
  ...cites("gentextcites Gentextcites foottextcites surnamecites", "author-in-text", { isMulti: true }),
  // apacite, chicago, harvard, jurabib
  ...cites(apacite("citeNP"), "normal"),
  ...cites(`shortcite maskcite maskfullcite maskshortcite footcitet footcitep footcitealt footcitealp citetitleonly footcitetitleonly
    citeworkwithtitle`, "normal"),
  ...cites(apacite("citeA citeauthorNP citeauthorA citeauthort citeauthorp citeN citeANP"), "author-in-text"),
  ...cites("fullciteauthor maskfullciteauthor maskshortciteauthor Citeauthort Citeauthorp footciteauthor", "author-in-text"),
  ...cites("citeyearNP maskciteyearNP shortciteyear shortciteyearNP footciteyear", "suppress-author"),
  ...cites("citeasnoun possessivecite", "author-in-text"),
  ...cites("citeaffixed", "normal", { trailing: "prenote" }),
  // cite, revtex, amsrefs, abntex2cite, gb7714 and publishers' classes
  ...cites(`citen onlinecite Onlinecite refcite Refcite footciteref citeifnotcited Idem Ibidem opcit loccit cfcite etseq citeads citepads citealpads
    upcite pagescite yearpagescite fullocite citegen`, "normal"),
  ...cites(`citeonline Citeonline citeauthoronline inlinecite citeonlineifnotcited citetads citealtads ocite authornumcite newcite citeposs Citeposs
    posscite Posscite posscitet posscitealt possciteauthor`, "author-in-text"),
  ...cites("ycite yearcite yrcite", "suppress-author"),
  ...cites("apud", "normal", { isMulti: true }),
  ...cites("apudonline textapud ocites authornumcites posscites Posscites", "author-in-text", { isMulti: true }),
  ...cites("ycites", "suppress-author", { isMulti: true }),
];

const definitions: readonly (readonly [string, LatexCommand])[] = [
  ...named(`newcommand renewcommand providecommand DeclareRobustCommand CheckCommand newrobustcmd renewrobustcmd providerobustcmd
    newcommandx renewcommandx providecommandx newbibmacro renewbibmacro providebibmacro DeclareBibliographyDriver DeclareFieldFormat
    DeclareIndexFieldFormat DeclareListFormat DeclareNameFormat csdef csgdef csedef csxdef NewCommandCopy RenewCommandCopy DeclareCommandCopy`,
    { kind: "definition", groups: 1 }),
  ...named(`NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand NewExpandableDocumentCommand
    RenewExpandableDocumentCommand ProvideExpandableDocumentCommand DeclareExpandableDocumentCommand newenvironment renewenvironment
    provideenvironment newenvironmentx renewenvironmentx lstnewenvironment DeclareMultiCiteCommand DeclareAutoCiteCommand`,
    { kind: "definition", groups: 2 }),
  ...named("NewDocumentEnvironment RenewDocumentEnvironment ProvideDocumentEnvironment DeclareDocumentEnvironment apptocmd pretocmd xapptocmd xpretocmd",
    { kind: "definition", groups: 3 }),
  ...named("DeclareCiteCommand patchcmd xpatchcmd", { kind: "definition", groups: 4 }),
  ...named("def gdef edef xdef", { kind: "primitive-definition" }),
  ...named("let futurelet", { kind: "names", count: 2 }),
  ...named("string meaning show robustify MakeRobust", { kind: "names", count: 1 }),
];

const files: readonly (readonly [string, LatexCommand])[] = [
  ...named("bibliography nobibliography defaultbibliography", { kind: "bibliography", files: "list" }),
  ...named("addbibresource addglobalbib addsectionbib", { kind: "bibliography", files: "one" }),
  ...named("putbib", { kind: "bibliography", files: "option" }),
  ...named("newrefsection begin{refsection}", { kind: "bibliography", files: "resources" }),
  ...named("include subfile subfileinclude InputIfFileExists includestandalone SweaveInput", { kind: "include", form: "group" }),
  ...named("input", { kind: "include", form: "plain" }),
  ...named("import subimport inputfrom subinputfrom includefrom subincludefrom", { kind: "include", form: "directory" }),
  ...named("documentclass", { kind: "document-class" }),
  ...named("bibitem", { kind: "bibitem", leading: 0 }),
  ...named("harvarditem", { kind: "bibitem", leading: 2 }),
  ...named("bib", { kind: "amsrefs-entry" }),
  ...named("end{thebibliography} end{references}", { kind: "bibliography-end" }),
  ...named("printbibliography begin{thebibliography} begin{references}", { kind: "reference-list" }),
  ...named("begin{document} end{document}", { kind: "body" }),
  ...named("bibliographystyle", { kind: "bibliography-style" }),
  ...named("usepackage RequirePackage", { kind: "packages" }),
];

/** `\citefield{field}{key}` of jurabib, where biblatex has the key first. */
export const jurabibCitefield: CitationCommand = { kind: "citation", mode: "normal", leading: ["other"] };

/** By name without backslash; environments as `begin{name}` and `end{name}`. Later entries win. */
export const latexCommands: ReadonlyMap<string, LatexCommand> = new Map([...citations, ...definitions, ...files]);
