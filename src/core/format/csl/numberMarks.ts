import type { XmlElement } from "citeproc";

/** Stands on both sides of the number of a source in its reference. Not one of the marks of markup. */
export const numberMark = "\ufdec";

/** An attribute that no style has this value of; our output format prints `numberMark` for it. */
const marking = { "text-decoration": "number" } as const;

/**
 * A style that marks the number of a source where its list of references prints it, so that another number can be put there: one citation
 * more renumbers all sources behind it. `undefined` where that cannot be done.
 */
export function markNumbers(style: XmlElement): XmlElement | undefined {
  const marker = new NumberMarker(style);
  const children = style.children.map((child) => typeof child !== "string" && child.name === "bibliography" ? marker.mark(child) : child);
  return marker.canMark ? { ...style, children: [...marker.macros(), ...children] } : undefined;
}

class NumberMarker {
  canMark = true;
  readonly #sources: ReadonlyMap<string, XmlElement>;
  /** Whether a macro prints numbers, where that has been looked at. */
  readonly #printing = new Map<string, boolean>();
  /** Macros of the list of references that print numbers; citations keep theirs. */
  readonly #marked = new Map<string, XmlElement>();

  constructor(style: XmlElement) {
    const macros = style.children.filter((child) => typeof child !== "string").filter(({ name }) => name === "macro");
    this.#sources = new Map(macros.map((macro) => [macro.attrs["name"] ?? "", macro]));
  }

  macros(): readonly XmlElement[] {
    return [...this.#marked.values()];
  }

  mark(element: XmlElement): XmlElement {
    const { name, attrs } = element;
    if (name === "sort" || !this.#printsNumber(element)) return element;
    if (isNumber(element)) {
      if (attrs["text-decoration"] !== undefined || (attrs["form"] ?? "numeric") !== "numeric") this.canMark = false;
      return { ...element, attrs: { ...attrs, ...marking } };
    }
    const macro = attrs["macro"];
    const children = element.children.map((child) => typeof child === "string" ? child : this.mark(child));
    return { ...element, attrs: macro === undefined ? attrs : { ...attrs, macro: this.#markMacro(macro) }, children };
  }

  #markMacro(name: string): string {
    const marked = `${name} with marked numbers`;
    const source = this.#sources.get(name);
    if (source !== undefined && !this.#marked.has(marked)) {
      // known before its contents are looked at, for the same reason
      this.#marked.set(marked, source);
      this.#marked.set(marked, { ...this.mark(source), attrs: { ...source.attrs, name: marked } });
    }
    return source === undefined ? name : marked;
  }

  #printsNumber(element: XmlElement): boolean {
    if (element.name === "sort") return false;
    if (isNumber(element) || this.#macroPrintsNumber(element.attrs["macro"] ?? "")) return true;
    return element.children.some((child) => typeof child !== "string" && this.#printsNumber(child));
  }

  #macroPrintsNumber(name: string): boolean {
    const known = this.#printing.get(name);
    const source = this.#sources.get(name);
    if (known !== undefined || source === undefined) return known ?? false;
    // macros may call one another in circles
    this.#printing.set(name, false);
    const prints = this.#printsNumber(source);
    this.#printing.set(name, prints);
    return prints;
  }
}

function isNumber({ name, attrs }: XmlElement): boolean {
  return (name === "text" || name === "number") && attrs["variable"] === "citation-number";
}
