import assert from "node:assert/strict";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";

/** The page that is shown in the first webview: VS Code puts it in a frame of its own within the frame of the webview. */
export class Webview {
  readonly document: FrameLocator;
  readonly body: Locator;

  constructor(page: Page) {
    this.document = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    this.body = this.document.locator("body");
  }

  /** What an expression gives in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    return (await this.#frame()).evaluate<T>(expression);
  }

  /**
   * Waits until a condition holds in the page, which looks at it with each frame it draws. `waitForFunction` cannot: it hands the page texts to evaluate, which
   * the page's security policy forbids.
   */
  async until(condition: string): Promise<void> {
    await this.evaluate(`new Promise((resolve) => (function look() { if (${condition}) resolve(); else requestAnimationFrame(look); })())`);
  }

  async #frame(): Promise<Frame> {
    const handle = await this.body.elementHandle();
    return await handle.ownerFrame() ?? assert.fail("the webview has a frame");
  }
}
