import type { Locator, Page } from "playwright-core";
import { escapeRegExp } from "./words";

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** The classes of its icon. */
  readonly icon: string;
  /** 1 at the top. */
  readonly level: number;
  /** `undefined` where the row has no children. */
  readonly expanded: boolean | undefined;
}

/** The buttons of a row, which show while it is pointed at. */
const rowButtons = ".actions .action-label";

/** The side bar and the tree in it. A long tree shows only the rows that fit. */
export class SideBar {
  readonly part: Locator;
  readonly rows: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.part = page.locator(".part.sidebar");
    this.rows = this.part.locator(".monaco-list-row");
  }

  /** Opens a view container by its name in the activity bar. */
  async open(name: string): Promise<void> {
    const tab = this.#page.locator(`.activitybar .action-item[role="tab"]`, { has: this.#page.locator(`.action-label[aria-label^="${name}"]`) });
    if (await tab.getAttribute("aria-expanded") !== "true") await tab.click();
    // Else the tab's tooltip lies over the tree.
    await this.#page.mouse.move(0, 0);
    await this.part.locator(".composite.title", { hasText: new RegExp(`^${escapeRegExp(name)}`, "i") }).waitFor();
  }

  /** Makes it so many CSS pixels wider, by its border. */
  async widen(pixels: number): Promise<void> {
    const box = await this.part.boundingBox();
    if (box === null) throw new Error("There is no side bar");
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + pixels, y, { steps: 5 });
    await this.#page.mouse.up();
    await this.#page.mouse.move(0, 0);
  }

  /** The rows that are shown, all as they are at one moment, once there are `count` of a level. */
  async readRows({ level = 1, count = 1 } = {}): Promise<readonly TreeRow[]> {
    await this.rows.and(this.#page.locator(`[aria-level="${level}"]`)).nth(count - 1).waitFor();
    return this.rows.evaluateAll(readRowsInPage);
  }

  /** The first row with exactly this label. */
  row(label: string): Locator {
    return this.rows.filter({ has: this.#page.locator(".label-name", { hasText: new RegExp(`^${escapeRegExp(label)}$`) }) }).first();
  }

  /** The first row with exactly this label whose description begins so. */
  rowSaying(label: string, description: string): Locator {
    const hasText = new RegExp(`^${escapeRegExp(description)}`);
    return this.row(label).filter({ has: this.#page.locator(".label-description", { hasText }) });
  }

  async clickRow(label: string): Promise<void> {
    // On its icon: a click on a label that is cut off scrolls it out of sight.
    await this.row(label).locator(".custom-view-tree-node-item-icon").click();
  }

  /** Expands a row and waits until its first child is shown. */
  async expand(label: string): Promise<void> {
    const row = this.row(label);
    if (await row.getAttribute("aria-expanded") === "false") await row.locator(".monaco-tl-twistie").click();
    const level = Number(await row.getAttribute("aria-level"));
    await this.part.locator(`.monaco-list-row[aria-level="${level + 1}"]`).first().waitFor();
  }

  /** Clicks a button above the tree, by its title. */
  async clickTitleButton(title: string): Promise<void> {
    await this.part.hover();
    await this.part.locator(`.title .action-label[aria-label^="${title}"], .pane-header .action-label[aria-label^="${title}"]`).first().click();
  }

  /** Clicks a button of a row, by its title. */
  async clickButton(label: string, title: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label).locator(`${rowButtons}[aria-label^="${title}"]`).click();
  }

  /** Drags a row behind what an editor shows. Shift makes it text; the editor is told of the way, not only of its end. */
  async dragTo(label: string, target: Locator): Promise<void> {
    const [from, to] = [await this.row(label).boundingBox(), await target.boundingBox()];
    if (from === null || to === null) throw new Error(`${label} or where it is to go is not shown`);
    const [x, y] = [to.x + to.width, to.y + to.height / 2];
    await this.#page.mouse.move(from.x + 60, from.y + from.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x - 30, y, { steps: 10 });
    await this.#page.keyboard.down("Shift");
    await this.#page.mouse.move(x, y, { steps: 10 });
    await this.#page.mouse.up();
    await this.#page.keyboard.up("Shift");
  }

  /** Opens the context menu of a row. A tree that is drawn anew meanwhile puts another row under the mouse. */
  async openMenu(label: string): Promise<Locator> {
    const menu = this.#page.locator(".context-view.monaco-menu-container");
    for (;;) {
      await this.row(label).click({ button: "right" });
      await menu.waitFor();
      if (await this.row(label).getAttribute("class").then((names) => names?.includes("focused"))) return menu;
      await this.#page.keyboard.press("Escape");
      await menu.waitFor({ state: "hidden" });
    }
  }

  /** Chooses an entry of a row's context menu. */
  async chooseInMenu(label: string, entry: string): Promise<void> {
    const menu = await this.openMenu(label);
    const hasText = new RegExp(`^${escapeRegExp(entry)}$`);
    await menu.locator(".action-label", { hasText }).hover();
    // A menu takes no click so soon after it opened; the key is taken at once.
    await menu.locator(".action-item.focused .action-label", { hasText }).waitFor();
    await this.#page.keyboard.press("Enter");
    await menu.waitFor({ state: "hidden" });
  }
}

/** Runs in the page: a tree may be drawn anew between two questions. */
function readRowsInPage(rows: readonly RowElement[]): TreeRow[] {
  return rows.map((row) => {
    const textOf = (selector: string): string => Array.from(row.querySelectorAll(selector), ({ innerText }) => innerText).join(" ");
    const expanded = row.getAttribute("aria-expanded");
    return {
      label: textOf(".label-name"),
      description: textOf(".label-description"),
      icon: row.querySelector(".custom-view-tree-node-item-icon")?.getAttribute("class") ?? "",
      level: Number(row.getAttribute("aria-level")),
      expanded: expanded === null ? undefined : expanded === "true",
    };
  });
}

/** What of an element in the page is asked here. */
interface RowElement {
  readonly innerText: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): RowElement | null;
  querySelectorAll(selector: string): ArrayLike<RowElement>;
}
