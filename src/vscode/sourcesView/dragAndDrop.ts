import * as vscode from "vscode";
import { newCitation } from "../../core/citations/writeCitation";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";
import type { Source } from "../../core/library/library";
import type { CitationService } from "../../core/service";
import { languageOfId } from "../../core/text/languages";
import { applyAddition } from "../commands/addToBibliography";
import type { VsCodeLogger } from "../logger";
import { tellOfError } from "../messages";
import { RefusedEdit } from "../workspaceEdits";

/** What rows are dragged as; VS Code names it so. */
export const rowsMime = "application/vnd.code.tree.sourcebook.sources";

/** A source by its place, as it travels with what is dragged. */
export interface DraggedSource {
  readonly uri: string;
  readonly key: string;
}

/** Sources are dragged to text as citations, and to another library as entries. */
export class SourcesDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [rowsMime, "text/plain"];
  readonly dropMimeTypes = [rowsMime];

  constructor(readonly service: CitationService, readonly logger: VsCodeLogger) {}

  handleDrag(nodes: readonly TreeNode[], transfer: vscode.DataTransfer): void {
    const sources = nodes.flatMap((node) => node.kind === "source" ? [node.source] : []);
    if (sources.length === 0) return;
    const dragged = sources.map(({ key, part: { uri } }): DraggedSource => ({ uri, key }));
    const language = languageOfId(vscode.window.activeTextEditor?.document.languageId ?? "");
    transfer.set(rowsMime, new vscode.DataTransferItem(JSON.stringify(dragged)));
    transfer.set("text/plain", new vscode.DataTransferItem(newCitation(language, dragged.map(({ key }) => key))));
  }

  async handleDrop(target: TreeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    if (target?.kind !== "library") return;
    try {
      const sources = await findSources(this.service, await draggedSources(transfer));
      const addition = sources.length === 0 ? undefined : await this.service.addToFile(target.uri, sources);
      if (addition !== undefined) await applyAddition(addition);
    } catch (error) {
      if (error instanceof RefusedEdit) void tellOfError(error.message);
      this.logger.error(`The sources could not be added to ${target.uri}.`, error);
    }
  }
}

/** The rows of the view that something is made of, wherever they were dragged from. */
export async function draggedSources(transfer: vscode.DataTransfer): Promise<readonly DraggedSource[]> {
  try {
    const value: unknown = JSON.parse(await transfer.get(rowsMime)?.asString() ?? "[]");
    return Array.isArray(value) ? value.filter(isDragged) : [];
  } catch {
    return [];
  }
}

export async function findSources(service: CitationService, dragged: readonly DraggedSource[]): Promise<readonly Source[]> {
  const found = await Promise.all(dragged.map(({ uri, key }) => service.sourceIn(uri, key)));
  return found.filter((source) => source !== undefined);
}

function isDragged(value: unknown): value is DraggedSource {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string" && "key" in value && typeof value.key === "string";
}
