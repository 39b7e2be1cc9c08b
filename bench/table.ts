/** Prints a table row by row, so that a person sees it grow. */
export class Table {
  readonly #columns: readonly string[];

  constructor(columns: readonly string[]) {
    this.#columns = columns;
    this.row("", columns);
  }

  row(name: string, cells: readonly string[], note = ""): void {
    const padded = this.#columns.map((column, index) => (cells[index] ?? "").padStart(Math.max(11, column.length + 2)));
    console.log(`  ${name.padEnd(34)}${padded.join("")}${note === "" ? "" : `   ${note}`}`.trimEnd());
  }
}
