import * as vscode from "vscode";
import type { StyledReference } from "../../core/features/sourcePage/pageView";
import type { Source } from "../../core/library/library";
import type { CitationService } from "../../core/service";
import { plainLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import { readSettings } from "../settings";

const remembered = "sourcePage.styles";

/** Styles that pages show beside the document's own, unless the writer has chosen others. */
const usual: readonly string[] = ["chicago-author-date", "ieee", "apa"];
const count = 2;

/** Which styles pages show references in, remembered for the workspace. */
export class PageStyles {
  constructor(readonly memento: vscode.Memento) {}

  /** Ids of the styles beside the document's own. */
  besides(own: string): readonly string[] {
    const chosen: unknown = this.memento.get(remembered);
    const ids = Array.isArray(chosen) ? chosen.filter((id) => typeof id === "string") : [];
    return [...ids, ...usual.filter((id) => id !== own && !ids.includes(id))].slice(0, count);
  }

  async choose(index: number, id: string, own: string): Promise<void> {
    await this.memento.update(remembered, this.besides(own).map((known, place) => place === index ? id : known));
  }
}

/** The id of the style that references of a document are in, or what stands for it. */
export async function styleNameOf(service: CitationService, document: vscode.TextDocument | undefined): Promise<string> {
  const { core } = readSettings(document);
  const text = document && toTextDocument(document);
  const declared = text && await service.declaredStyle(text);
  const guessed = text === undefined || core.isStyleChosen === true ? undefined : service.parse(text)?.settings.nearStyle;
  return (declared ?? guessed ?? core.style).replace(/^.*\//, "");
}

/** A source in the document's style and in others. A style that fails costs itself alone. */
export async function referencesOf(service: CitationService, source: Source, document: vscode.TextDocument | undefined, styles: PageStyles): Promise<readonly StyledReference[]> {
  const text = document && toTextDocument(document);
  const [own, known] = await Promise.all([styleNameOf(service, document), service.styles()]);
  const titleOf = (id: string): string => plainLine(known.find((style) => style.id === id)?.title ?? id);
  const inOwn = async (): Promise<StyledReference> => {
    const [reference, plain, citation] = await Promise.all([
      service.reference(source, "html", text), service.reference(source, "text", text), service.citation([source], "html", text),
    ]);
    return { style: titleOf(own), citation, reference, text: plain };
  };
  const inOther = async (id: string): Promise<StyledReference> => {
    const [formatted, plain] = await Promise.all([service.styleSample(id, [source], text, "html"), service.styleSample(id, [source], text)]);
    return { style: titleOf(id), citation: formatted.citation, reference: formatted.references[0] ?? "", text: plain.references[0] ?? "" };
  };
  const failed = (style: string) => (error: unknown): StyledReference =>
    ({ style, citation: "", reference: "", text: "", failure: vscode.l10n.t("The reference cannot be formatted in this style: {0}", error instanceof Error ? error.message : String(error)) });
  return Promise.all([inOwn().catch(failed(titleOf(own))), ...styles.besides(own).map((id) => inOther(id).catch(failed(titleOf(id))))]);
}
