import type { CharacterRoles } from "./latexCharacters";
import type { LatexCommandSet } from "./latexCommandSet";
import type { LatexCommand } from "./latexCommands";
import { readOwnCommand } from "./latexOwnCommands";
import { shortArgument } from "./latexSpace";
import type { VerbatimRegions } from "./latexVerbatim";

/** How much of a definition is looked at: what these are for stands at their beginning. */
const longestHead = 400;
/** `\newenvironment{code}{\VerbatimEnvironment\begin{Verbatim}}…`, `\newenvironment{hidden}{\comment}…` */
const verbatimBody = String.raw`\{(?:[^{}]|\{[^{}]*\})*?\\(?:[vV]erbatim|VerbatimEnvironment|VerbatimOut|lstlisting|comment)(?![A-Za-z])`;
const verbatimEnvironment = new RegExp(String.raw`^\*?\s*\{([^{}]*)\}\s*(?:\[[^[\]{}]*\]\s*){0,99}${verbatimBody}`);
/** `\NewDocumentEnvironment{code}{O{} m}{\VerbatimEnvironment\begin{Verbatim}}…` */
const verbatimDocumentEnvironment = new RegExp(String.raw`^\s*\{([^{}]*)\}\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*${verbatimBody}`);

/** Learns from commands how the text behind them is to be read: verbatim environments and characters, packages, citation commands. */
export class LatexSetup {
  constructor(readonly text: string, readonly commands: LatexCommandSet, readonly verbatim: VerbatimRegions, readonly roles: CharacterRoles) {}

  /** `end` is the offset behind the command's name; `command` is what is known of it. */
  learn(name: string, command: LatexCommand | undefined, end: number): void {
    if (command === undefined || command.kind === "definition" || command.kind === "packages") this.#learnNames(name, end);
    if (command?.kind === "definition" || command?.kind === "primitive-definition" || command?.kind === "names") this.#learnDefinition(name, end);
  }

  #learnNames(name: string, end: number): void {
    switch (name) {
      case "DefineVerbatimEnvironment":
      case "lstnewenvironment":
      case "CustomVerbatimEnvironment":
      case "RecustomVerbatimEnvironment":
      case "newtcblisting":
      case "renewtcblisting":
      case "DeclareTCBListing":
      case "NewTCBListing":
      case "RenewTCBListing":
      case "ProvideTCBListing":
      case "newverbatim":
      case "excludecomment":
      case "excludeversion":
        this.verbatim.addEnvironment(shortArgument(this.text, end)?.text ?? "");
        break;
      case "includecomment":
      case "includeversion":
        this.verbatim.removeEnvironment(shortArgument(this.text, end)?.text ?? "");
        break;
      case "newenvironment":
      case "renewenvironment":
        this.verbatim.addEnvironment(verbatimEnvironment.exec(this.text.slice(end, end + longestHead))?.[1] ?? "");
        break;
      case "NewDocumentEnvironment":
      case "RenewDocumentEnvironment":
      case "ProvideDocumentEnvironment":
      case "DeclareDocumentEnvironment":
        this.verbatim.addEnvironment(verbatimDocumentEnvironment.exec(this.text.slice(end, end + longestHead))?.[1] ?? "");
        break;
      case "newminted":
        this.#learnMinted(end);
        break;
      case "usepackage":
      case "RequirePackage":
        for (const loaded of this.#names(end)) this.commands.addPackage(loaded);
        break;
      case "newcites":
        for (const suffix of this.#names(end)) this.commands.addSuffix(suffix);
        break;
      case "MakeShortVerb":
      case "DefineShortVerb":
      case "lstMakeShortInline":
        this.#setShortVerb(end, true);
        break;
      case "DeleteShortVerb":
      case "UndefineShortVerb":
      case "lstDeleteShortInline":
        this.#setShortVerb(end, false);
    }
  }

  /** A definition may make a citation command: `\newcommand{\seecite}[1]{\cite[see][]{#1}}`, `\let\oldcite\cite`. */
  #learnDefinition(definer: string, end: number): void {
    const own = readOwnCommand(this.text, end, definer, this.commands);
    if (own !== undefined) this.commands.define(own.name, own.command);
  }

  #names(end: number): readonly string[] {
    return shortArgument(this.text, end)?.text.split(",").map((name) => name.trim()) ?? [];
  }

  /** minted: `\newminted{python}{…}` defines `pythoncode`, `\newminted[py]{python}{…}` defines `py`. */
  #learnMinted(end: number): void {
    const head = this.text.slice(end, end + longestHead);
    const named = /^\s*\[([^\]{}]*)\]/.exec(head)?.[1];
    this.verbatim.addEnvironment(named ?? `${shortArgument(this.text, end)?.text ?? ""}code`);
  }

  #setShortVerb(end: number, isDelimiter: boolean): void {
    const argument = shortArgument(this.text, end)?.text ?? "";
    this.roles.setShortVerb(argument.replace(/^\\/, "").charCodeAt(0), isDelimiter);
  }
}
