import * as vscode from "vscode";
import type { PageWords } from "../../core/features/sourcePage/pageWords";
import { plainLine } from "../../core/text/escape";
import { libraryLabel } from "../sourcesView/nodeWords";
import { typeName } from "../typeNames";

/** What pages say. */
export function pageWords(): PageWords {
  return { ...headWords(), ...sourceWords(), ...pictureWords() };
}

type Words<K extends keyof PageWords> = Pick<PageWords, K>;

function headWords(): Words<
  "type" | "library" | "document" | "gone" | "goneLibrary" | "toLibrary" | "cite" | "copyKey" | "copyCitation" | "goToEntry" | "findCitations" | "addToBibliography" | "reveal"
  | "keepOpen" | "hiddenBy"
> {
  return {
    type: typeName,
    library: libraryLabel,
    document: (uri) => plainLine(vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true))),
    gone: vscode.l10n.t("This library has no source with this key any more:"),
    goneLibrary: vscode.l10n.t("This bibliography is not there any more. Choose a source in the Sources view."),
    toLibrary: vscode.l10n.t("Library:"),
    cite: vscode.l10n.t("Insert Citation"),
    copyKey: vscode.l10n.t("Copy Key"),
    copyCitation: vscode.l10n.t("Copy Citation"),
    goToEntry: vscode.l10n.t("Go to Entry"),
    findCitations: vscode.l10n.t("Find Citations"),
    addToBibliography: vscode.l10n.t("Add to Bibliography"),
    reveal: vscode.l10n.t("Show in Sources View"),
    keepOpen: vscode.l10n.t("Keep Open"),
    hiddenBy: (name) => vscode.l10n.t("{0} has a source of the same key, which counts instead of this one.", name),
  };
}

function sourceWords(): Words<
  "references" | "styleOfDocument" | "copyReference" | "chooseStyle" | "formatting" | "citedBy" | "citedTimes" | "notCited" | "moreNotShown" | "line" | "links" | "doi" | "address"
  | "file" | "problems" | "abstract" | "fields" | "field" | "value" | "inherited" | "entry" | "inBibliography" | "asWritten" | "asCsl"
> {
  return {
    references: vscode.l10n.t("Reference"),
    styleOfDocument: vscode.l10n.t("In the document's style"),
    copyReference: vscode.l10n.t("Copy Reference"),
    chooseStyle: vscode.l10n.t("Choose Style…"),
    formatting: vscode.l10n.t("The reference is being formatted…"),
    citedBy: vscode.l10n.t("Where It Is Cited"),
    citedTimes: (count) => count === 1 ? vscode.l10n.t("Cited once in this workspace.") : vscode.l10n.t("Cited {0} times in this workspace.", count),
    notCited: vscode.l10n.t("No document of this workspace cites it."),
    moreNotShown: (count) => vscode.l10n.t("{0} more are not shown. “Find Citations” lists all.", count),
    line: (number) => vscode.l10n.t("line {0}", number),
    links: vscode.l10n.t("Links"),
    doi: vscode.l10n.t("DOI"),
    address: vscode.l10n.t("Web address"),
    file: vscode.l10n.t("Attached file"),
    problems: vscode.l10n.t("Problems"),
    abstract: vscode.l10n.t("Abstract"),
    fields: vscode.l10n.t("Fields"),
    field: vscode.l10n.t("Field"),
    value: vscode.l10n.t("Value"),
    inherited: vscode.l10n.t("from another entry"),
    entry: vscode.l10n.t("Entry"),
    inBibliography: vscode.l10n.t("In the bibliography"),
    asWritten: vscode.l10n.t("Entry as written"),
    asCsl: vscode.l10n.t("As CSL"),
  };
}

function pictureWords(): Words<
  "libraryOf" | "sources" | "problemsIn" | "perYear" | "perType" | "mostCited" | "withoutYear" | "chartHint" | "asTable" | "year" | "kind" | "title" | "number" | "timesCited" | "bar"
> {
  return {
    libraryOf: (name) => vscode.l10n.t("The Library: {0}", name),
    sources: (count) => count === 1 ? vscode.l10n.t("1 source") : vscode.l10n.t("{0} sources", count),
    problemsIn: (count) => vscode.l10n.t("problems: {0}", count),
    perYear: vscode.l10n.t("Sources per year"),
    perType: vscode.l10n.t("Sources per type"),
    mostCited: vscode.l10n.t("Most cited in this workspace"),
    withoutYear: (count) => vscode.l10n.t("Without a year: {0}", count),
    chartHint: vscode.l10n.t("Choose a bar to show only its sources in the Sources view; choose it again to show all."),
    asTable: vscode.l10n.t("As a table"),
    year: vscode.l10n.t("Year"),
    kind: vscode.l10n.t("Type"),
    title: vscode.l10n.t("Source"),
    number: vscode.l10n.t("Sources"),
    timesCited: vscode.l10n.t("Times cited"),
    bar: (label, count) => `${label}: ${count}`,
  };
}
