import type { ReferenceFormat } from "../../ports";
import type { Reference, Run } from "./reference";
import { renderHtmlRun } from "./html";
import { renderLatexRun } from "./latex";
import { renderMarkdownRuns } from "./markdown";
import { plainRun } from "./plain";
import { renderRtfRun } from "./rtf";

/** A reference in a format, on one line. Text from items is escaped; only addresses that are safe to open become links. */
export function renderReference(reference: Reference, format: ReferenceFormat): string {
  if (format !== "html") return joinBlocks(reference, (runs) => renderRuns(runs, format));
  return reference.map(({ display, runs }) => {
    const html = renderRuns(runs, format);
    return display === "inline" ? html : `<div class="csl-${display}">${html}</div>`;
  }).join("").trim();
}

/** Runs that follow one another. */
export function renderRuns(runs: readonly Run[], format: ReferenceFormat): string {
  switch (format) {
    case "text": return runs.map(plainRun).join("");
    case "markdown": return renderMarkdownRuns(runs);
    case "latex": return runs.map(renderLatexRun).join("");
    case "rtf": return runs.map(renderRtfRun).join("");
    case "html": return runs.map(renderHtmlRun).join("");
  }
}

/** Parts that a page would set apart follow one another on the line. */
function joinBlocks(reference: Reference, render: (runs: readonly Run[]) => string): string {
  return reference.map(({ runs }) => render(runs).trim()).filter((text) => text !== "").join(" ");
}
