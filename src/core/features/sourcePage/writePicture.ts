import { sourceByline } from "../labels";
import { noFilter, type SourcesFilter } from "../sourcesTree/options";
import { button, disclosure, table } from "./controls";
import { html, nothing, type Html } from "./html";
import type { CitedCount, LibraryPicture, YearCount } from "./libraryPicture";
import type { PageActions } from "./pageActions";
import type { PageWords } from "./pageWords";

export interface PictureContext {
  readonly uri: string;
  readonly actions: PageActions;
  readonly words: PageWords;
  /** What the Sources view shows only. */
  readonly filter: SourcesFilter;
}

/** Three charts of bars, each a button that narrows the Sources view, and the same as tables. */
export function writePicture({ years, types, mostCited, withoutYear }: LibraryPicture, context: PictureContext): Html {
  const { words } = context;
  if (types.length === 0) return nothing;
  return html`<p class="hint">${words.chartHint}</p><div class="charts">${[
    years.length === 0 ? nothing : yearChart(years, withoutYear, context),
    chart("types", words.perType, types.map(({ type, count }): Bar => ({
      id: type, label: words.type(type), count, filter: { types: [type] }, isPressed: context.filter.types.length === 1 && context.filter.types[0] === type,
    })), words.kind, words.number, context),
    mostCited.length === 0 ? nothing : chart("cited", words.mostCited, mostCited.map((cited) => citedBar(cited, context)), words.title, words.timesCited, context),
  ]}</div>`;
}

interface Bar {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly filter: Partial<SourcesFilter>;
  readonly isPressed: boolean;
  /** A source that has a page of its own. */
  readonly key?: string;
}

/** The longest bar, in the units of its drawing. */
const fullLength = 100;

function citedBar({ key, entry: { summary }, count }: CitedCount, { filter }: PictureContext): Bar {
  return { id: key, label: [sourceByline(summary), summary.title || key].filter((text) => text !== "").join(" · "), count, key, filter: { query: key }, isPressed: filter.query === key };
}

function chart(id: string, title: string, bars: readonly Bar[], heading: string, unit: string, context: PictureContext): Html {
  const most = Math.max(...bars.map(({ count }) => count));
  const rows = bars.map((bar) => html`<li>${barButton(`${id}-${bar.id}`, bar, most, context)}${bar.key === undefined ? nothing : showButton(bar.key, context)}</li>`);
  return figure(id, title, html`<ul class="bars ${id}" data-row>${rows}</ul>`, table([heading, unit], bars.map(({ label, count }) => [label, count])), context);
}

function barButton(id: string, bar: Bar, most: number, { actions, words }: PictureContext): Html {
  const { label, count, isPressed } = bar;
  const length = Math.max(1, Math.round(fullLength * count / most));
  const drawing = html`<svg viewBox="0 0 ${fullLength} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${length}" height="10"></rect></svg>`;
  const content = html`<span class="bar-label">${label}</span>${drawing}<span class="bar-count">${count}</span>`;
  return button(actions, content, filterAction(bar.filter, isPressed), { id, className: "bar", label: words.bar(label, String(count)), isPressed, isInRow: true });
}

function showButton(key: string, { uri, actions, words }: PictureContext): Html {
  return button(actions, "→", { kind: "show", uri, key }, { id: `show-${key}`, className: "show", label: words.bar(words.title, key), isInRow: true });
}

function yearChart(years: readonly YearCount[], withoutYear: number, context: PictureContext): Html {
  const { words } = context;
  const most = Math.max(...years.map(({ count }) => count));
  const columns = years.map((year) => year.count === 0 ? html`<span class="column"></span>` : column(year, most, context));
  const [first, last] = [years[0], years.at(-1)];
  const axis = html`<p class="axis" aria-hidden="true"><span>${first?.first}</span>${first === last ? nothing : html`<span>${last?.last}</span>`}</p>`;
  const rest = withoutYear === 0 ? nothing : html`<p class="hint">${words.withoutYear(withoutYear)}</p>`;
  const rows = years.filter(({ count }) => count > 0).map((year) => [spanOf(year), year.count]);
  return figure("years", words.perYear, html`<div class="years"><div class="columns" data-row>${columns}</div>${axis}</div>${rest}`, table([words.year, words.number], rows), context);
}

function column(year: YearCount, most: number, { actions, words, filter }: PictureContext): Html {
  const height = Math.max(2, Math.round(fullLength * year.count / most));
  const isPressed = filter.years[0] === year.first && filter.years[1] === year.last;
  const drawing = html`<svg viewBox="0 0 10 ${fullLength}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect y="${fullLength - height}" width="10" height="${height}"></rect></svg>`;
  const options = { id: `year-${year.first}`, className: "column", label: words.bar(spanOf(year), String(year.count)), isPressed, isInRow: true };
  return button(actions, drawing, filterAction({ years: [year.first, year.last] }, isPressed), options);
}

function spanOf({ first, last }: YearCount): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** A second click takes the filter back. */
function filterAction(filter: Partial<SourcesFilter>, isPressed: boolean): { readonly kind: "filter"; readonly filter: SourcesFilter } {
  return { kind: "filter", filter: isPressed ? noFilter : { ...noFilter, ...filter } };
}

function figure(id: string, title: string, drawing: Html, rows: Html, { words }: PictureContext): Html {
  return html`<figure role="group" aria-labelledby="chart-${id}"><figcaption id="chart-${id}">${title}</figcaption>${drawing}${disclosure(`table-${id}`, words.asTable, rows)}</figure>`;
}
