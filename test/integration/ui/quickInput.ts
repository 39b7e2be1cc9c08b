import type { Locator, Page } from "playwright-core";
import { escapeRegExp } from "./words";

/** A row's first line; a second one holds details. */
const nameSelector = ".quick-input-list-row:first-child .label-name";

/** The widget at the top of the window: command palette, quick open, quick picks, input boxes. */
export class QuickInput {
  readonly widget: Locator;
  readonly rows: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.widget = page.locator(".quick-input-widget:visible");
    this.rows = this.widget.locator(".quick-input-list .monaco-list-row");
    this.#input = this.widget.locator(".quick-input-box input");
  }

  /** Waits until it is open, puts a text into it and gives the focus to it. */
  async fill(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Names of the rows that are shown, once there are any. */
  async names(): Promise<readonly string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator(nameSelector).allInnerTexts();
  }

  /** Fills in a text where one is given, then clicks the row of this name. */
  async pick(name: string, text?: string): Promise<void> {
    if (text !== undefined) await this.fill(text);
    await this.row(name).click();
  }

  /** The same, and waits until what was filled in is gone: the list may still take letters for a moment, which are meant for what comes next. */
  async pickAndLeave(name: string, text: string): Promise<void> {
    await this.pick(name, text);
    await this.widget.page().waitForFunction(`[...document.querySelectorAll(".quick-input-box input")].every((input) => input.offsetParent === null || input.value !== ${JSON.stringify(text)})`);
  }

  /** The first row whose name is exactly this. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.widget.page().locator(nameSelector, { hasText: new RegExp(`^${escapeRegExp(name)}$`) }) }).first();
  }

  /** Ticks or unticks the row of this name, where several can be picked. */
  async tick(name: string): Promise<void> {
    await this.row(name).getByRole("checkbox").click();
  }

  async focus(): Promise<void> {
    await this.#input.focus();
  }

  async accept(): Promise<void> {
    await this.#input.press("Enter");
  }

  async cancel(): Promise<void> {
    await this.#input.press("Escape");
    await this.widget.waitFor({ state: "hidden" });
  }
}
