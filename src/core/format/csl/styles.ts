import type { XmlElement } from "citeproc";
import type { ReferenceStyle } from "../../ports";
import { nearestLocale } from "./locales";
import { LruCache } from "./lruCache";
import { problemOfMacros } from "./macros";
import { nearestStyles } from "./nearestStyles";
import type { StyleStore } from "./styleStore";
import { parseXml, XmlError } from "./xml";

/** No style of this id ships with the product. */
export class UnknownStyleError extends Error {
  override readonly name = "UnknownStyleError";

  /** `nearest` are the ids that were most likely meant. */
  constructor(readonly style: string, readonly nearest: readonly string[]) {
    const meant = nearest.map((id) => `“${id}”`);
    const question = meant.length === 0 ? "Name one by its id, such as “apa”." : `Did you mean ${[meant.slice(0, -1).join(", "), meant.at(-1)].filter(Boolean).join(" or ")}?`;
    super(`There is no style “${style}”. ${question} A style of your own can be given as a path to its .csl file.`);
  }
}

/** A style that was found but cannot be used. */
export class BrokenStyleError extends Error {
  override readonly name = "BrokenStyleError";

  constructor(reason: string, options?: ErrorOptions) {
    super(`This CSL style cannot be used: ${reason}`, options);
  }
}

/** A style and the locales that it needs. */
export interface LoadedStyle {
  /** The same for what formats alike. */
  readonly key: string;
  /** The processor changes what it is given, so that it needs one of its own each time. */
  readonly xml: () => XmlElement;
  readonly language: string;
  /** The XML of a locale: of American English where it is not one that the style needs. */
  readonly locale: (tag: string) => string;
}

/** Every language falls back on its terms. */
const lastLocale = "en-US";
const mostStyles = 16;

/** Loads styles, and keeps those that were used last. */
export class StyleLoader {
  readonly #loaded = new LruCache<Promise<LoadedStyle>>(mostStyles);

  constructor(readonly store: StyleStore) {}

  /**
   * A style that ships with the product, or of XML. A dependent style is the style it depends on, in its own locale. Rejects with
   * `UnknownStyleError` and `BrokenStyleError`.
   */
  load(style: ReferenceStyle): Promise<LoadedStyle> {
    const key = JSON.stringify([style.style, style.locale]);
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const loaded = this.#load(style);
    this.#loaded.set(key, loaded);
    loaded.catch(() => this.#loaded.delete(key));
    return loaded;
  }

  async #load({ style, locale }: ReferenceStyle): Promise<LoadedStyle> {
    const source = "id" in style ? await this.#shipped(style.id) : await this.#own(style.xml);
    const root = parseXml(source.xml);
    const locales = Object.keys((await this.store.index()).file.locales);
    const language = [locale, source.locale, root.attrs["default-locale"]].map((tag) => nearestLocale(tag ?? "", locales)).find((known) => known !== undefined) ?? lastLocale;
    const needed = new Set([lastLocale, ...[language, ...layoutLocales(root)].flatMap((tag) => [tag, tag.split("-", 1)[0] ?? ""].flatMap((known) => nearestLocale(known, locales) ?? []))]);
    const terms = new Map(await Promise.all([...needed].map(async (tag) => [tag, await this.store.locale(tag)] as const)));
    return {
      key: JSON.stringify([source.id ?? source.xml, language]),
      xml: () => parseXml(source.xml),
      language,
      locale: (tag) => terms.get(nearestLocale(tag, [...needed]) ?? lastLocale) ?? terms.get(lastLocale) ?? "",
    };
  }

  async #shipped(id: string): Promise<StyleSource> {
    const index = await this.store.index();
    const found = index.find(id);
    if (found === undefined) throw new UnknownStyleError(id, nearestStyles(id, index.list()));
    return { id: found.place, xml: await this.store.style(found.place), locale: found.locale };
  }

  async #own(xml: string): Promise<StyleSource> {
    const root = readStyle(xml);
    const parent = parentOf(root);
    if (parent !== undefined) return { ...await this.#shipped(parent), locale: root.attrs["default-locale"] };
    checkStyle(root);
    return { id: undefined, xml, locale: undefined };
  }
}

interface StyleSource {
  /** Where it ships with the product. */
  readonly id: number | undefined;
  readonly xml: string;
  readonly locale: string | undefined;
}

function readStyle(xml: string): XmlElement {
  try {
    return parseXml(xml);
  } catch (error) {
    if (error instanceof XmlError) throw new BrokenStyleError(`it is no well-formed XML. ${error.message}`, { cause: error });
    throw error;
  }
}

function parentOf(root: XmlElement): string | undefined {
  const links = childrenOf(root, "info").flatMap((info) => childrenOf(info, "link"));
  return links.find(({ attrs }) => attrs["rel"] === "independent-parent")?.attrs["href"];
}

function checkStyle(root: XmlElement): void {
  if (root.name !== "style") throw new BrokenStyleError(`its first element is “<${root.name}>”, not “<style>”.`);
  if (childrenOf(root, "citation").length === 0) throw new BrokenStyleError("it has no “<citation>”.");
  const problem = problemOfMacros(root);
  if (problem !== undefined) throw new BrokenStyleError(problem);
}

/** Locales that a style has layouts of their own for, which sources in these languages are printed in. */
function layoutLocales(root: XmlElement): readonly string[] {
  const layouts = ["citation", "bibliography"].flatMap((name) => childrenOf(root, name)).flatMap((part) => childrenOf(part, "layout"));
  return layouts.flatMap(({ attrs }) => attrs["locale"]?.split(/\s+/) ?? []);
}

function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => typeof child !== "string").filter((child) => child.name === name);
}
