import { html, type Html, type HtmlPart } from "./html";
import type { PageAction, PageActions } from "./pageActions";

export interface ButtonOptions {
  /** Stays as long as what the button is for does, so that the focus finds it again in the next state of the page. */
  readonly id: string;
  readonly className?: string;
  /** What is said of it where its own text does not say enough. */
  readonly label?: string;
  readonly isPressed?: boolean;
  /** Reached by arrow keys from its neighbours rather than by Tab. */
  readonly isInRow?: boolean;
}

/** A control that does something when it is clicked, or by Enter and Space. */
export function button(actions: PageActions, content: HtmlPart, action: PageAction, { id, className = "", label, isPressed, isInRow = false }: ButtonOptions): Html {
  const described = label === undefined ? undefined : html` aria-label="${label}" title="${label}"`;
  const pressed = isPressed === undefined ? undefined : html` aria-pressed="${String(isPressed)}"`;
  const order = isInRow ? html` tabindex="-1"` : undefined;
  return html`<button type="button" class="${className}" data-id="${id}" data-action="${actions.add(action)}"${described}${pressed}${order}>${content}</button>`;
}

/** Something that opens and closes, and stays so in the next state of the page. */
export function disclosure(id: string, summary: HtmlPart, content: HtmlPart, isOpen = false): Html {
  return html`<details data-id="${id}"${isOpen ? html` open` : undefined}><summary data-id="${id}-summary">${summary}</summary>${content}</details>`;
}

export function section(id: string, title: HtmlPart, content: HtmlPart): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

export function table(headings: readonly string[], rows: readonly (readonly HtmlPart[])[]): Html {
  return html`<table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead><tbody>${
    rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)
  }</tbody></table>`;
}
