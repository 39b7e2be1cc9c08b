import type { ReferenceFormat } from "../../ports";
import type { Reference, Run } from "./reference";
import { renderHtmlRun } from "./html";
import { renderLatexRun } from "./latex";
import { renderMarkdownRuns } from "./markdown";
import { plainRun } from "./plain";

/** A reference in a format, on one line. Text from items is escaped; only addresses that are safe to open become links. */
export function renderReference(reference: Reference, format: ReferenceFormat): string {
  switch (format) {
    case "text": return joinBlocks(reference, (runs) => runs.map(plainRun).join(""));
    case "markdown": return joinBlocks(reference, renderMarkdownRuns);
    case "latex": return joinBlocks(reference, (runs) => runs.map(renderLatexRun).join(""));
    case "html": return reference.map(({ display, runs }) => {
      const html = runs.map(renderHtmlRun).join("");
      return display === "inline" ? html : `<div class="csl-${display}">${html}</div>`;
    }).join("").trim();
  }
}

/** Parts that a page would set apart follow one another on the line. */
function joinBlocks(reference: Reference, render: (runs: readonly Run[]) => string): string {
  return reference.map(({ runs }) => render(runs).trim()).filter((text) => text !== "").join(" ");
}
