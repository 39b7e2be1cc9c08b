import * as vscode from "vscode";
import { checkSourcesOptions, isFiltered, noFilter, type SourcesOptions } from "../../core/features/sourcesTree/options";

const rememberedOptions = "sources.options";
const rememberedFollowing = "sources.isFollowing";

/** How the writer wants the view, remembered for the workspace, all but the filter. Menus know it by context keys. */
export class ViewOptions implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changes = new vscode.EventEmitter<void>();
  #options: SourcesOptions;
  #isFollowing: boolean;

  readonly onDidChange = this.#changes.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#options = checkSourcesOptions(memento.get(rememberedOptions));
    this.#isFollowing = memento.get(rememberedFollowing) === true;
    this.#tellMenus();
  }

  get options(): SourcesOptions {
    return this.#options;
  }

  /** Whether the view shows the source that the cursor stands in, wherever it goes. */
  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  change(options: Partial<SourcesOptions>): void {
    this.#options = { ...this.#options, ...options };
    void this.#memento.update(rememberedOptions, { ...this.#options, filter: noFilter });
    this.#tellMenus();
    this.#changes.fire();
  }

  follow(isFollowing: boolean): void {
    this.#isFollowing = isFollowing;
    void this.#memento.update(rememberedFollowing, isFollowing);
    this.#tellMenus();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #tellMenus(): void {
    const keys = { isFiltered: isFiltered(this.#options.filter), isFollowing: this.#isFollowing, hasExcluded: this.#options.excluded.length > 0 };
    for (const [name, value] of Object.entries(keys)) void vscode.commands.executeCommand("setContext", `sourcebook.sources.${name}`, value);
  }
}
