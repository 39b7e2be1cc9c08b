import { plainLine } from "../../text/escape";
import { sourceByline } from "../labels";
import { button, disclosure, section, table } from "./controls";
import { html, nothing, type Html } from "./html";
import { PageActions, type PageAction, type PageCommand } from "./pageActions";
import type { PageView, StyledReference } from "./pageView";
import type { PageWords } from "./pageWords";
import { referenceMarkup } from "./referenceMarkup";
import { cslFields, type PageField } from "./sourceFields";
import type { CitingExcerpts, LibraryFacts, SourceFacts } from "./sourcePage";
import { writePicture } from "./writePicture";

/** One state of a page: the contents of its main element, and what its controls do. */
export interface WrittenPage {
  readonly title: string;
  readonly html: string;
  readonly actions: PageActions;
}

interface Writing {
  readonly view: PageView;
  readonly actions: PageActions;
  readonly words: PageWords;
}

/** Writes a page. Whatever the source holds is text: nothing of it becomes markup, an address or a command. */
export function writePage(view: PageView, words: PageWords): WrittenPage {
  const { page: { library, source, target } } = view;
  const writing = { view, actions: new PageActions(), words };
  if (library === undefined) return finish("", [html`<p class="gone" role="status">${words.goneLibrary}</p>`], writing);
  if (source !== undefined) return finish(titleOf(source), [sourceHeader(source, library, writing), ...sourceSections(source, writing), librarySection(library, writing)], writing);
  const gone = target.key === undefined ? nothing : html`<p class="gone" role="status">${words.gone} <code>${target.key}</code></p>`;
  return finish(words.library(library.part), [gone, libraryHeader(library, writing), pictureOf(library, writing)], writing);
}

function finish(title: string, parts: readonly Html[], { actions }: Writing): WrittenPage {
  return { title, html: html`${parts}`.text, actions };
}

function titleOf({ source: { key, entry: { summary } } }: SourceFacts): string {
  return summary.title || key;
}

function sourceHeader(facts: SourceFacts, { part }: LibraryFacts, writing: Writing): Html {
  const { words, actions } = writing;
  const { source: { key, entry: { summary } }, people, hiddenBy } = facts;
  const toLibrary = button(actions, words.library(part), { kind: "show", uri: part.uri }, { id: "to-library", className: "link", label: `${words.toLibrary} ${words.library(part)}` });
  const hidden = hiddenBy === undefined ? nothing : html`<p class="warning">${words.hiddenBy(words.library(hiddenBy))}</p>`;
  const line = [people.join("; "), summary.container, summary.year].filter((text) => text !== "").join(" · ");
  return html`<header><p class="kind">${words.type(summary.type)} · ${toLibrary} · <code>${key}</code></p><h1>${titleOf(facts)}</h1><p class="byline">${line || sourceByline(summary)}</p>${hidden}${controls(facts, writing)}</header>`;
}

function controls({ source: { key, entry, part } }: SourceFacts, { actions, words, view }: Writing): Html {
  const command = (name: PageCommand, title: string): readonly [string, PageAction] => [title, { kind: "command", command: name }];
  const isAtHome = part.origin === "declared" || part.origin === "document";
  const controls: readonly (readonly [title: string, action: PageAction])[] = [
    command("insertCitation", words.cite), command("copyCitation", words.copyCitation), [words.copyKey, { kind: "copy", text: plainLine(key) }],
    [words.goToEntry, { kind: "goTo", place: { uri: part.uri, range: entry.keyRange } }], command("findCitations", words.findCitations),
    ...isAtHome ? [] : [command("addToBibliography", words.addToBibliography)], command("revealInView", words.reveal),
    [words.keepOpen, { kind: "pin", isPinned: !view.isPinned }],
  ];
  return html`<div class="controls">${controls.map(([title, action], index) =>
    button(actions, title, action, { id: `control-${title}`, className: index === 0 ? "primary" : "", ...action.kind === "pin" && { isPressed: view.isPinned } }))}</div>`;
}

function sourceSections(facts: SourceFacts, writing: Writing): readonly Html[] {
  const { words } = writing;
  return [
    facts.problems.length === 0 ? nothing : section("problems", words.problems, html`<ul>${facts.problems.map(({ message, range, severity }, index) =>
      html`<li class="${severity}">${button(writing.actions, message, { kind: "goTo", place: { uri: facts.source.part.uri, range } }, { id: `problem-${index}`, className: "link" })}</li>`)}</ul>`),
    section("references", words.references, references(writing)),
    section("cited", words.citedBy, citations(facts, writing)),
    section("links", words.links, html`<ul>${facts.links.map((link, index) => linkItem(link, index, writing))}</ul>`),
    facts.abstract.trim() === "" ? nothing : section("abstract", words.abstract, html`<p class="abstract">${facts.abstract}</p>`),
    section("fields", words.fields, fields(facts, writing)),
  ];
}

function references({ view: { references: styled }, actions, words }: Writing): Html {
  if (styled === undefined) return html`<p class="hint" role="status">${words.formatting}</p>`;
  return html`${styled.map((reference, index) => html`<article class="reference"><h3>${index === 0 ? `${words.styleOfDocument}: ${reference.style}` : reference.style}</h3>${referenceText(reference)}<div class="controls">${
    reference.failure === undefined ? button(actions, words.copyReference, { kind: "copy", text: reference.text }, { id: `copy-${index}`, label: words.bar(words.copyReference, reference.style) }) : nothing
  }${button(actions, words.chooseStyle, { kind: "chooseStyle", index }, { id: `style-${index}`, label: words.bar(words.chooseStyle, reference.style) })}</div></article>`)}`;
}

function referenceText({ reference, citation, failure }: StyledReference): Html {
  if (failure !== undefined) return html`<p class="warning">${failure}</p>`;
  return html`<p class="citation">${referenceMarkup(citation)}</p><div class="text">${referenceMarkup(reference)}</div>`;
}

function citations({ citing, timesCited }: SourceFacts, writing: Writing): Html {
  const { words } = writing;
  if (timesCited === 0) return html`<p class="hint">${words.notCited}</p>`;
  return html`<p class="hint">${words.citedTimes(timesCited)}</p>${citing.map((document, number) => citingDocument(document, number, writing))}`;
}

function citingDocument({ uri, count, places }: CitingExcerpts, number: number, { actions, words }: Writing): Html {
  const rows = places.map(({ place, excerpt: { text, start, end, line } }, index) => {
    const content = html`<span class="line">${words.line(line)}</span> ${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
    return html`<li>${button(actions, content, { kind: "goTo", place }, { id: `place-${number}-${index}`, className: "link excerpt" })}</li>`;
  });
  const rest = count === places.length ? nothing : html`<p class="hint">${words.moreNotShown(count - places.length)}</p>`;
  return html`<h3>${words.document(uri)} <span class="count">${count}</span></h3><ul>${rows}</ul>${rest}`;
}

function linkItem(link: SourceFacts["links"][number], index: number, { actions, words }: Writing): Html {
  const options = { id: `link-${index}`, className: "link" };
  switch (link.target) {
    case "doi":
    case "url": return html`<li>${link.target === "doi" ? words.doi : words.address}: ${button(actions, link.address, { kind: "openAddress", address: link.address }, options)}</li>`;
    case "file": return html`<li>${words.file}: ${button(actions, link.name, { kind: "openFile", uri: link.uri }, options)}</li>`;
    case "entry": return html`<li>${words.entry}: ${button(actions, link.name, { kind: "goTo", place: link.place }, options)}</li>`;
  }
}

function fields({ fields: written, written: text, source: { entry } }: SourceFacts, { view: { item }, words }: Writing): Html {
  const csl = item === undefined ? nothing : disclosure("csl", words.asCsl, fieldTable(cslFields(item), words), entry.format === "csl-json");
  const own = entry.format === "csl-json" ? nothing : disclosure("own-fields", words.inBibliography, fieldTable(written, words), true);
  return html`${own}${csl}${text === undefined ? nothing : disclosure("written", words.asWritten, html`<pre tabindex="0">${text}</pre>`)}`;
}

function fieldTable(shown: readonly PageField[], words: PageWords): Html {
  return table([words.field, words.value], shown.map(({ name, value, isInherited }) => [name, html`${value}${isInherited === true ? html` <span class="hint">${words.inherited}</span>` : nothing}`]));
}

function libraryHeader({ part, count, problemCount }: LibraryFacts, { words }: Writing): Html {
  return html`<header><h1>${words.library(part)}</h1><p class="byline">${words.sources(count)}${problemCount === undefined || problemCount === 0 ? nothing : html` · ${words.problemsIn(problemCount)}`}</p></header>`;
}

function librarySection(library: LibraryFacts, writing: Writing): Html {
  const { words } = writing;
  return section("library", words.libraryOf(words.library(library.part)), html`<p class="hint">${words.sources(library.count)}</p>${pictureOf(library, writing)}`);
}

function pictureOf({ part: { uri } }: LibraryFacts, { view: { picture, filter }, actions, words }: Writing): Html {
  return picture === undefined ? nothing : writePicture(picture, { uri, actions, words, filter });
}
