import type { Run } from "./reference";

const special = /[&<>"']/g;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text from files as HTML that shows exactly this text. */
export function escapeHtml(text: string): string {
  return text.replace(special, (char) => escapes[char] ?? char);
}

export function renderHtmlRun({ text, style }: Run): string {
  let html = escapeHtml(text);
  if (style.script !== undefined) html = `<${style.script}>${html}</${style.script}>`;
  if (style.underline === true) html = `<span style="text-decoration:underline;">${html}</span>`;
  if (style.smallCaps === true) html = `<span style="font-variant:small-caps;">${html}</span>`;
  if (style.bold === true) html = `<b>${html}</b>`;
  if (style.italic === true) html = `<i>${html}</i>`;
  return style.href === undefined ? html : `<a href="${escapeHtml(style.href)}">${html}</a>`;
}
