import * as vscode from "vscode";
import { DrawnRows } from "../../core/features/sourcesTree/drawnRows";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";
import type { SourcesTree } from "../../core/features/sourcesTree/sourcesTree";
import type { Source } from "../../core/library/library";
import type { CitationService } from "../../core/service";
import { toTextDocument } from "../convert";
import { Debounced } from "../debounce";
import type { VsCodeLogger } from "../logger";
import { ActiveDocument } from "./activeDocument";
import { SourcesDragAndDrop } from "./dragAndDrop";
import { toTreeItem } from "./treeItems";
import { resolveTooltip } from "./tooltip";
import { viewMessage } from "./viewMessage";
import { ViewOptions } from "./viewOptions";

/** How long edits settle before the tree is drawn again, the cursor before the view follows it, and a tree is waited for without a word, in milliseconds. */
const pause = { edits: 250, cursor: 150, progress: 500 };

/** A tree that is shown until something changes. */
interface Moment {
  readonly tree: Promise<SourcesTree>;
  readonly cancellation: vscode.CancellationTokenSource;
  /** Once the rows that VS Code has are those of this tree; it has heard by then what of them to draw anew. */
  drawn: Promise<void> | undefined;
  isDrawn: boolean;
}

/** The Sources view: the core's tree as rows. */
export class SourcesView implements vscode.Disposable {
  readonly options: ViewOptions;
  readonly #service: CitationService;
  readonly #logger: VsCodeLogger;
  readonly #changes = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #choices = new vscode.EventEmitter<Source>();
  readonly #document = new ActiveDocument();
  readonly #rows = new DrawnRows();
  readonly #progress = new Debounced(pause.progress, () => this.#showProgress());
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable;
  #moment: Moment | undefined;

  /** One source has been selected, by the writer or because the view follows the cursor. */
  readonly onDidSelect = this.#choices.event;

  constructor(service: CitationService, logger: VsCodeLogger, memento: vscode.Memento) {
    this.#service = service;
    this.#logger = logger;
    this.options = new ViewOptions(memento);
    this.#view = vscode.window.createTreeView("sourcebook.sources", {
      treeDataProvider: {
        onDidChangeTreeData: this.#changes.event,
        getTreeItem: (node) => toTreeItem(this.#rows.now(node)),
        getChildren: (node) => this.#childrenOf(node),
        getParent: ({ parent }) => parent,
        resolveTreeItem: (item, node) => {
          this.#rows.noteExplained(node);
          return resolveTooltip(item, this.#rows.now(node), service, logger, this.#document.get());
        },
      },
      dragAndDropController: new SourcesDragAndDrop(service, logger),
      canSelectMany: true,
      showCollapseAll: true,
    });
    const settled = new Debounced(pause.edits, () => this.#redraw());
    const followed = new Debounced(pause.cursor, () => this.#follow());
    this.#subscriptions = vscode.Disposable.from(
      this.#changes, this.#choices, this.#view, this.#progress, this.options, settled, followed,
      this.options.onDidChange(() => this.#redraw()),
      service.onDidChange(settled.run),
      vscode.window.onDidChangeActiveTextEditor(settled.run),
      vscode.window.onDidChangeTextEditorSelection(followed.run),
      this.#view.onDidChangeSelection(({ selection: [node, ...others] }) => {
        const row = node && this.now(node);
        if (row?.kind === "source" && others.length === 0) this.#choices.fire(row.source);
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#redraw();
      }),
    );
    settled.run();
  }

  /** The document whose scope the view shows. */
  get document(): vscode.TextDocument | undefined {
    return this.#document.get();
  }

  /** The tree as it is now. */
  get tree(): Promise<SourcesTree> {
    return this.#now().tree;
  }

  /** What a row stands for now that VS Code was given earlier. */
  now(node: TreeNode): TreeNode {
    return this.#rows.now(node);
  }

  /** Whether somebody hands over a row of this view. */
  isRow(value: unknown): value is TreeNode {
    return this.#rows.isRow(value);
  }

  /** The rows that a key pressed in the view is about: those that are selected, or the one with the focus where that is none of them. */
  async chosenRows(): Promise<readonly TreeNode[]> {
    // VS Code tells extensions what is selected, not what has the focus: that is what toggling adds or takes away.
    const selected = [...this.#view.selection];
    await vscode.commands.executeCommand("list.toggleSelection");
    // a row may have been drawn anew in between: it is another then, of the same name
    const added = this.#view.selection.filter(({ id }) => !selected.some((node) => node.id === id));
    await vscode.commands.executeCommand("list.toggleSelection");
    return added.length > 0 ? added : selected;
  }

  /** Shows the row of what stands at the cursor; `false` where there is none. */
  async reveal(editor: vscode.TextEditor, focus: boolean): Promise<boolean> {
    const node = await this.#nodeAt(editor);
    if (node === undefined) return false;
    await this.#view.reveal(node, { select: true, focus, expand: false });
    return true;
  }

  /** Shows the row of a source in its library; `false` where there is none, as the filter leaves it out. */
  async revealSource(source: Source): Promise<boolean> {
    const node = await (await this.tree).find(source, "library");
    if (node === undefined) return false;
    await this.#view.reveal(node, { select: true, focus: true, expand: false });
    return true;
  }

  /** Opens the rows at the top, and the groups in them. */
  async expand(): Promise<void> {
    for (const node of await (await this.tree).childrenOf()) {
      if (node.kind !== "failed") await this.#view.reveal(node, { select: false, focus: false, expand: true });
    }
  }

  dispose(): void {
    this.#moment?.cancellation.cancel();
    this.#moment?.cancellation.dispose();
    this.#subscriptions.dispose();
  }

  #now(): Moment {
    return this.#moment ??= this.#begin();
  }

  #begin(): Moment {
    const cancellation = new vscode.CancellationTokenSource();
    const document = this.#document.get();
    return { cancellation, tree: this.#service.sources(document && toTextDocument(document), this.options.options, cancellation.token), drawn: undefined, isDrawn: false };
  }

  async #childrenOf(node: TreeNode | undefined): Promise<TreeNode[]> {
    const moment = this.#now();
    const { tree, cancellation: { token } } = moment;
    await this.#draw(moment);
    const children = await (await tree).childrenOf(node && this.#rows.now(node));
    // What was asked of a moment that is over is answered from the next, lest rows be missing in between.
    return token.isCancellationRequested ? this.#childrenOf(node) : [...this.#rows.give(node, children)];
  }

  #redraw(): void {
    this.#moment?.cancellation.cancel();
    this.#moment?.cancellation.dispose();
    this.#moment = undefined;
    this.#describe().catch((error: unknown) => this.#logger.error("The Sources view could not be brought up to date.", error));
  }

  /** Tells VS Code what to draw anew, and nothing where all looks as before. */
  #draw(moment: Moment): Promise<void> {
    return moment.drawn ??= this.#update(moment);
  }

  async #update(moment: Moment): Promise<void> {
    const { tree, cancellation: { token } } = moment;
    this.#progress.run();
    const redrawing = await this.#rows.update(await tree, () => !token.isCancellationRequested);
    if (redrawing === "all") this.#changes.fire(undefined);
    else if (redrawing !== undefined && redrawing.length > 0) this.#changes.fire([...redrawing]);
    moment.isDrawn = true;
  }

  /** VS Code shows that it waits for rows, but not that rows it has may soon be others. */
  #showProgress(): void {
    const { drawn, isDrawn } = this.#moment ?? {};
    if (drawn !== undefined && isDrawn === false) void vscode.window.withProgress({ location: { viewId: "sourcebook.sources" } }, () => drawn.catch(() => undefined));
  }

  /** The badge also where the view is not visible, for it stands in the activity bar. */
  async #describe(): Promise<void> {
    const moment = this.#now();
    const tree = await moment.tree;
    if (this.#moment !== moment) return;
    const { unresolvedCount } = tree;
    this.#view.badge = unresolvedCount === 0 ? undefined : { value: unresolvedCount, tooltip: vscode.l10n.t("Unresolved citations: {0}", unresolvedCount) };
    if (!this.#view.visible) return;
    await this.#draw(moment);
    const numbers = await tree.counts();
    if (this.#moment === moment) this.#view.message = viewMessage(this.options.options, numbers);
    // The first count of many documents takes its time, and nobody waits for it.
    if (await tree.countCitations() && this.#moment === moment) this.#redraw();
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !this.options.isFollowing || !this.#view.visible) return;
    this.reveal(editor, false).catch((error: unknown) => this.#logger.error("The Sources view could not follow the cursor.", error));
  }

  async #nodeAt({ document, selection }: vscode.TextEditor): Promise<TreeNode | undefined> {
    const found = await this.#service.sourceAt(toTextDocument(document), document.offsetAt(selection.active));
    const tree = found && await this.tree;
    if (found === undefined || tree === undefined) return undefined;
    return found.source === undefined ? tree.findUnknown(found.key) : tree.find(found.source, found.isEntry ? "library" : "cited");
  }
}
