/** The environments that are open where a scan has come to; they tell the end of a document from that of an example inside it. */
export class OpenEnvironments {
  readonly #open: string[] = [];
  readonly #counts = new Map<string, number>();

  begin(name: string): void {
    this.#open.push(name);
    this.#count(name, 1);
  }

  /** Closes `name` and what was left open in it; an end that nothing began closes nothing. */
  end(name: string): void {
    if (!this.#isOpen(name)) return;
    let closed: string | undefined;
    do {
      closed = this.#open.pop();
      if (closed !== undefined) this.#count(closed, -1);
    } while (closed !== undefined && closed !== name);
  }

  /** True where `\end{document}` ends the document: not in an environment that shows a whole document as an example. */
  endsDocument(): boolean {
    const outermost = this.#open[0];
    return outermost === undefined || !this.#isOpen("document") || (outermost === "document" && this.#counts.get("document") === 1);
  }

  #isOpen(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  #count(name: string, change: 1 | -1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + change);
  }
}
