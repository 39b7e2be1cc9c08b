import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

export interface SuggestionRow {
  readonly label: string;
  /** What the row shows beside the label, as one text. */
  readonly details: string;
}

/** The active text editor with its widgets. */
export class Editor {
  readonly part: Locator;
  readonly focused: Locator;
  /** “Ln 3, Col 7 (12 selected)” in the status bar. */
  readonly #selectionStatus: Locator;
  readonly suggestWidget: Locator;
  /** What stands beside the list. */
  readonly suggestionDetail: Locator;
  readonly hoverWidget: Locator;
  readonly #page: Page;
  readonly #folder: string;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
    this.part = page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
    this.focused = page.locator(".editor-group-container.active .monaco-editor.focused");
    this.suggestWidget = page.locator(".suggest-widget.visible");
    this.suggestionDetail = page.locator(".suggest-details-container:visible");
    this.#selectionStatus = page.locator("[id='status.editor.selection']");
    this.hoverWidget = page.locator(".monaco-resizable-hover:visible .monaco-hover");
  }

  /** The first line on the screen that holds a text. */
  line(text: string): Locator {
    return this.part.locator(".view-line", { hasText: text }).first();
  }

  /** Selects the first occurrence of a text after the cursor. */
  async select(text: string): Promise<void> {
    await this.#page.keyboard.press("Control+1");
    await this.focused.waitFor();
    await this.#page.keyboard.press("Control+F");
    const find = this.part.locator(".find-widget.visible");
    const words = find.locator(".find-part textarea").first();
    // the words of the last search stand there, and writing them once more finds nothing
    await words.fill("");
    await words.fill(text);
    await find.locator(".matchesCount", { hasText: /^\d+ of / }).waitFor();
    await this.#selectionStatus.filter({ hasText: "selected" }).waitFor();
    await this.#page.keyboard.press("Escape");
    await find.waitFor({ state: "hidden" });
    await this.focused.waitFor();
  }

  async putCursorAfter(text: string): Promise<void> {
    await this.select(text);
    // a key may come too soon; Escape leaves the cursor at the end of what is selected, however often it is pressed
    while ((await this.#selectionStatus.innerText()).includes("selected")) await this.#page.keyboard.press("Escape");
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  /** Opens the list where it is not open yet. */
  async triggerSuggest(): Promise<void> {
    await this.#page.keyboard.press("Control+Space");
  }

  /** The suggestions that are shown, once there are any. A long list shows only what fits. */
  async suggestions(): Promise<readonly SuggestionRow[]> {
    await this.suggestion().waitFor();
    return Promise.all((await this.suggestWidget.locator(".monaco-list-row").all()).map(async (row) => ({
      label: (await row.locator(".label-name").allInnerTexts()).join(""),
      details: (await row.locator(".signature-label, .qualifier-label, .details-label").allInnerTexts()).filter(Boolean).join(" "),
    })));
  }

  /** The row of a suggestion, or the first one. */
  suggestion(label = ""): Locator {
    return this.suggestWidget.locator(".monaco-list-row", { hasText: label }).first();
  }

  /** What stands beside the focused suggestion, opened where it is closed, once it holds a text. */
  async suggestionDetails(text: string): Promise<string> {
    await this.triggerSuggest();
    await this.suggestionDetail.getByText(text).first().waitFor();
    return this.suggestionDetail.innerText();
  }

  /** Accepts the suggestion with this label, which must be shown. */
  async acceptSuggestion(label: string): Promise<void> {
    await this.suggestion(label).click();
    await this.suggestWidget.waitFor({ state: "hidden" });
  }

  /** Points at the first occurrence of a text that is shown and gives what the hover says. */
  async hover(text: string): Promise<string> {
    const [x, y] = await this.#middleOf(text);
    await this.#page.mouse.move(x, y, { steps: 3 });
    await this.hoverWidget.locator(".hover-contents").first().waitFor();
    await this.hoverWidget.getByText("Loading...").waitFor({ state: "hidden" });
    return (await this.hoverWidget.innerText()).trim();
  }

  /** Copies what is selected and gives it. */
  async copySelection(): Promise<string> {
    await this.focused.waitFor();
    await this.#page.keyboard.press("Control+C");
    return this.#page.evaluate<string>("navigator.clipboard.readText()");
  }

  /** Saves and gives what is in the file then. */
  async savedText(name: string): Promise<string> {
    await this.#page.keyboard.press("Control+S");
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]:not(.dirty)`).waitFor();
    return readFile(join(this.#folder, name), "utf8");
  }

  async #middleOf(text: string): Promise<readonly [x: number, y: number]> {
    await this.line(text).waitFor();
    const middle = await this.#page.evaluate<readonly [number, number] | null>(`(${findText})(${JSON.stringify(text)})`);
    if (middle === null) throw new Error(`The editor does not show: ${text}`);
    return middle;
  }
}

/** Runs in the page: the middle of a text within one line, though the editor cuts lines into tokens and writes spaces as U+00A0. */
const findText = `(text) => {
  for (const line of document.querySelectorAll(".editor-group-container.active .view-line")) {
    const start = line.textContent.replaceAll("\\u00a0", " ").indexOf(text);
    if (start < 0) continue;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = start - at;
      const to = from + text.length;
      if (from >= 0 && from < node.length) range.setStart(node, from);
      if (to > 0 && to <= node.length) {
        range.setEnd(node, to);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2];
      }
      at += node.length;
    }
  }
  return null;
}`;
