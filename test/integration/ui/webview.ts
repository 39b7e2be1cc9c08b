import type { FrameLocator, Locator, Page } from "playwright-core";

/** What a question to a page ends with that was loaded anew meanwhile. */
const loadedAnew = /context|detached|navigat/i;

/** The page that is shown in the first webview: VS Code puts it in a frame of its own within the frame of the webview. */
export class Webview {
  readonly document: FrameLocator;
  readonly body: Locator;

  constructor(page: Page) {
    this.document = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    this.body = this.document.locator("body");
  }

  /** Waits until a condition holds in the page. */
  async until(condition: string): Promise<void> {
    await this.first(`(${condition}) || undefined`);
  }

  /**
   * What an expression gives once it gives anything. The page looks at it with each frame it draws, because `waitForFunction` hands it texts to evaluate, which
   * its security policy forbids. A page that is loaded anew meanwhile is asked again.
   */
  async first<T>(expression: string): Promise<T> {
    const script = `new Promise((resolve) => (function look() { const value = ${expression}; if (value == null) requestAnimationFrame(look); else resolve(value); })())`;
    for (;;) {
      try {
        return await this.body.evaluate(script);
      } catch (error) {
        if (!(error instanceof Error && loadedAnew.test(error.message))) throw error;
      }
    }
  }
}
