import { Engine, type XmlElement } from "citeproc";
import type { CslItem } from "../../model/cslItem";
import { readMarked } from "../markup/marks";
import type { Reference } from "../markup/reference";
import { knownLocale, localeSource } from "./locales";
import { printOthers } from "./others";
import { entryMark, outputFormat } from "./outputFormat";
import { processorItem } from "./processorItem";
import { BrokenStyleError, type LoadedStyle } from "./styles";

/** The reference of one of the items given, by its place among them. */
export interface PlacedReference {
  readonly place: number;
  readonly reference: Reference;
}

/** The processor's words for an item of which the style prints nothing. */
const nothingPrinted = "[CSL STYLE ERROR: reference with no printed form.]";

/** What a processor is to be able to do: the sort keys of some styles (APA) take ten times as long to build as all else. */
export type ProcessorTask = "one reference" | "list of references";

/** A style in a language, ready to format. Building one takes tens of milliseconds, using it few. */
export class Processor {
  readonly #engine: Engine;
  #items: ReadonlyMap<string, object> = new Map();
  /** The processor keeps what it knows of an id, so that no id is used twice. */
  #lastId = 0;

  constructor({ xml, locale }: LoadedStyle, wanted: string | undefined, task: ProcessorTask) {
    const language = [wanted, locale, xml.attrs["default-locale"]].map((tag) => tag && knownLocale(tag)).find((known) => known !== undefined && known !== "") ?? "en-US";
    try {
      this.#engine = new Engine({ retrieveLocale: localeSource, retrieveItem: (id) => this.#items.get(id) ?? {} }, forTask(xml, task), language, true);
    } catch (error) {
      throw new BrokenStyleError(`the processor cannot read it (${error instanceof Error ? error.message : String(error)}).`, { cause: error });
    }
    this.#engine.opt.development_extensions.wrap_url_and_doi = true;
    this.#engine.setOutputFormat(outputFormat);
  }

  /** The references in the order of the style. Items of which the style prints nothing have none. Throws where an item upsets the processor. */
  bibliography(items: readonly CslItem[]): readonly PlacedReference[] {
    const numbered = items.map((item, place) => ({ item, place, id: String(++this.#lastId) }));
    const places = new Map(numbered.map(({ id, place }) => [id, place]));
    this.#items = new Map(numbered.map(({ item, id }) => [id, processorItem(item, id)]));
    try {
      return this.#entries([...places.keys()]).flatMap(([id, text]) => {
        const reference = readMarked(printOthers(text, this.#engine));
        const place = places.get(id);
        return place === undefined || reference.length === 0 || text.includes(nothingPrinted) ? [] : [{ place, reference }];
      });
    } finally {
      this.#items = new Map();
    }
  }

  #entries(ids: readonly string[]): readonly (readonly [id: string, text: string])[] {
    this.#engine.updateItems(ids);
    const bibliography = this.#engine.makeBibliography();
    // a style without a list of references prints a source in its notes
    if (bibliography === false) return ids.map((id) => [id, this.#engine.makeCitationCluster([{ id }])]);
    return bibliography[1].map((entry) => {
      const [before = "", id = "", ...text] = entry.split(entryMark);
      return [id, before + text.join("")];
    });
  }
}

/** The style without the sort keys that a task does not need. Those of citations will be needed when there are any. */
function forTask(style: XmlElement, task: ProcessorTask): XmlElement {
  const unsorted = task === "one reference" ? ["citation", "bibliography"] : ["citation"];
  const children = style.children.map((child) => typeof child === "string" || !unsorted.includes(child.name) ? child
    : { ...child, children: child.children.filter((grandchild) => typeof grandchild === "string" || grandchild.name !== "sort") });
  // without a version, which the specification wants, the processor fails
  return { ...style, attrs: { version: "1.0", ...style.attrs }, children };
}
