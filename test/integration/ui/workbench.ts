// One window of a real VS Code on a copy of the sample papers. Everything waits for what the window shows, nothing for the clock.
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type LaunchOptions, type Locator, type Page } from "playwright-core";
import { Editor } from "./editor";
import { QuickInput } from "./quickInput";
import { SideBar } from "./sideBar";
import { Webview } from "./webview";

export interface WorkbenchOptions {
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels in a CSS pixel. */
  readonly scale?: number;
  /** Settings of the workspace. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the sample folder is open; a window without a folder otherwise. */
  readonly folder?: boolean;
}

/** What the runner hands over in the environment: a started server, how to launch a browser, the folder that is copied. */
interface Surroundings {
  readonly origin: string;
  readonly browser: LaunchOptions;
  readonly sample: string;
  /** Where the copies go; the runner removes it. */
  readonly scratch: string;
}

/** How long a single condition may take; a first completion has taken 3 s on a loaded machine, a first window 16 s. */
const patience = 25_000;
const startPatience = 45_000;

/** Opens a window on a fresh copy of the sample folder and waits until Sourcebook's view lists something. The caller closes it. */
export async function openWorkbench({ size = { width: 1280, height: 800 }, scale = 1, settings = {}, folder: hasFolder = true }: WorkbenchOptions = {}): Promise<Workbench> {
  const { origin, browser, sample, scratch } = JSON.parse(process.env["SOURCEBOOK_WORKBENCH"] ?? "") as Surroundings;
  const folder = join(await mkdtemp(join(scratch, "workspace-")), "sample");
  await cp(sample, folder, { recursive: true });
  const window = await chromium.launch(browser);
  const page = await window.newPage({ viewport: size, deviceScaleFactor: scale, locale: "en-US", permissions: ["clipboard-read", "clipboard-write"] });
  page.setDefaultTimeout(patience);
  const workbench = new Workbench(page, folder);
  await workbench.changeSettings(settings);
  const payload = encodeURIComponent(JSON.stringify([["skipWelcome", "true"]]));
  await page.goto(`${origin}/?${hasFolder ? `folder=${encodeURIComponent(folder)}` : "ew=true"}&payload=${payload}`, { timeout: startPatience });
  await page.waitForFunction("window.driver !== undefined", undefined, { timeout: startPatience });
  await page.evaluate("window.driver.whenWorkbenchRestored()");
  // Nothing else shows that the extension is active, and a letter typed before that opens no list.
  await workbench.sideBar.open("Sourcebook");
  await workbench.sideBar.rows.first().waitFor({ timeout: startPatience });
  await workbench.sideBar.open("Explorer");
  return workbench;
}

export class Workbench {
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  readonly sideBar: SideBar;
  readonly webview: Webview;
  #settings: Readonly<Record<string, unknown>> = {};

  /** @param folder the workspace's folder on disk; tests may put files there */
  constructor(readonly page: Page, readonly folder: string) {
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, folder);
    this.sideBar = new SideBar(page);
    this.webview = new Webview(page);
  }

  /** Runs a command by its title as the command palette shows it, category included. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quickInput.pickAndLeave(title, `>${title}`);
  }

  /** Loads the window anew, as VS Code does for an update, and waits until what was open is there again. */
  async reload(): Promise<void> {
    await this.page.evaluate("window.isOfEarlier = true");
    await this.runCommand("Developer: Reload Window");
    await this.page.waitForFunction("window.isOfEarlier === undefined && window.driver !== undefined", undefined, { timeout: startPatience });
    await this.page.evaluate("window.driver.whenWorkbenchRestored()");
  }

  /** Opens a file of the workspace and waits until its editor has the focus. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    await this.quickInput.pickAndLeave(name, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.focused.waitFor();
  }

  /** Merges settings into those of the workspace. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    await mkdir(join(this.folder, ".vscode"), { recursive: true });
    await writeFile(join(this.folder, ".vscode/settings.json"), JSON.stringify(this.#settings));
  }

  async setTheme(theme: "light" | "dark"): Promise<void> {
    await this.changeSettings({ "workbench.colorTheme": theme === "light" ? "Default Light Modern" : "Default Dark Modern" });
    await this.page.locator(theme === "light" ? ".monaco-workbench.vs" : ".monaco-workbench.vs-dark").waitFor();
  }

  async setSize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Waits for a message and clicks one of its buttons. A driven window makes no toasts: messages wait in the notification centre. */
  async answer(message: string, button: string): Promise<void> {
    await this.runCommand("Notifications: Show Notifications");
    const item = this.page.locator(".notifications-center.visible .notification-list-item", { hasText: message });
    await item.waitFor();
    await item.getByRole("button", { name: button }).click();
  }

  /** Waits for a dialog that holds a text and clicks one of its buttons. */
  async answerDialog(text: string, button: string): Promise<void> {
    const dialog = this.page.locator(".monaco-dialog-box", { hasText: text });
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Waits until the status bar says this. */
  async statusMessage(text: string): Promise<void> {
    await this.page.locator(".statusbar-item", { hasText: text }).first().waitFor();
  }

  /** Does something to a row until the status bar says what comes of it: a row that is drawn anew at that moment gets nothing done. */
  async doToRow(act: () => Promise<void>, text: string): Promise<void> {
    const hasChanged = "The Sources view has just changed";
    const item = this.page.locator(".statusbar-item", { hasText: new RegExp(`${text}|${hasChanged}`) }).first();
    let said = hasChanged;
    while (said.includes(hasChanged)) {
      await act();
      said = await item.innerText();
    }
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate<string>("navigator.clipboard.readText()");
  }

  /** Takes a picture of the window, or of the box around some of its parts with a margin in CSS pixels, which ends below `last` where it is given. */
  async screenshot(path: string, parts: readonly Locator[] = [], margin = 0, last?: Locator): Promise<void> {
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const found = boxes.filter((box) => box !== null);
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    const left = Math.max(0, Math.min(...found.map(({ x }) => x)) - margin);
    const top = Math.max(0, Math.min(...found.map(({ y }) => y)) - margin);
    const right = Math.min(width, Math.max(...found.map((box) => box.x + box.width)) + margin);
    const end = await last?.boundingBox();
    const bottom = end ? end.y + end.height : Math.min(height, Math.max(...found.map((box) => box.y + box.height)) + margin);
    const clip = found.length === 0 ? {} : { clip: { x: left, y: top, width: right - left, height: bottom - top } };
    await this.page.locator(".workbench-hover-container").waitFor({ state: "hidden" });
    await this.page.screenshot({ path, animations: "disabled", ...clip });
  }

  /** Takes a picture of the editor, cut between lines, around some of its parts. */
  async screenshotLines(path: string, parts: readonly Locator[]): Promise<void> {
    const boxes = await Promise.all([this.editor.part, this.editor.part.locator(".view-line").first(), ...parts].map((part) => part.boundingBox()));
    const [editor, line, ...found] = boxes.filter((box) => box !== null);
    if (editor === undefined || line === undefined) throw new Error("There is no editor to be seen");
    const rowOf = (y: number): number => (y - line.y) / line.height;
    const first = Math.floor(rowOf(Math.min(...found.map(({ y }) => y))) + 0.1);
    const last = Math.ceil(rowOf(Math.max(...found.map(({ y, height }) => y + height))) + 0.2);
    const clip = { x: editor.x, y: line.y + first * line.height, width: editor.width, height: (last - first) * line.height };
    await this.page.screenshot({ path, animations: "disabled", clip });
  }

  async close(): Promise<void> {
    await this.page.context().browser()?.close();
  }
}
