import { escapeHtml } from "../../format/markup/html";
import type { CitationKey } from "../../model/citation";
import type { RenderedCitation } from "../formatDocument";

/** Pandoc's own, so that a writer's links to it lead somewhere. */
export function referenceId(key: CitationKey): string {
  return `ref-${key}`;
}

/** Marks unknown keys where they can be told from the rest, otherwise the whole citation. */
export function markUnknown(html: string, { unknownKeys }: RenderedCitation): { readonly html: string; readonly rest: string; readonly title: string } {
  let marked = html;
  const rest = unknownKeys.filter((key) => {
    const printed = `<b>${escapeHtml(key)}?</b>`;
    marked = marked.replace(printed, () => `<b class="sourcebook-unknown" title="${unknownTitle([key])}">${escapeHtml(key)}?</b>`);
    return !html.includes(printed);
  });
  return rest.length === 0 ? { html: marked, rest: "", title: "" } : { html: marked, rest: " sourcebook-unknown", title: ` title="${unknownTitle(rest)}"` };
}

function unknownTitle(keys: readonly CitationKey[]): string {
  return escapeHtml(`No source has the key ${keys.map((key) => `“${key}”`).join(", ")}.`);
}

/**
 * A citation with links to the references of its sources: of several, each has its own where it can be told; else the whole leads to
 * the first. Links in the text stay what they are.
 */
export function linked(html: string, { pieces, keys }: Pick<RenderedCitation, "pieces" | "keys">): string {
  if (pieces?.some(({ key }) => key !== undefined) === true) return pieces.map(({ text, key }) => key === undefined ? text : link(text, key)).join("");
  const [first] = keys;
  return first === undefined ? html : link(html, first);
}

function link(html: string, key: CitationKey): string {
  return html === "" || html.includes("<a ") ? html : `<a href="#${escapeHtml(encodeURIComponent(referenceId(key)))}">${html}</a>`;
}
