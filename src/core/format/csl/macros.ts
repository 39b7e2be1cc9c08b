import type { XmlElement } from "citeproc";

/** The processor puts macros where they are called. The largest style of the CSL project comes to 172,000 elements so. */
const mostElements = 250_000;
/** As many macros call one another at most; those of the CSL project are 58 elements deep. */
const deepest = 200;

/** Why a style cannot be built of its macros: they never end, or come to more than anybody writes. `undefined` where it can. */
export function problemOfMacros(root: XmlElement): string | undefined {
  const elements = root.children.filter((child) => typeof child !== "string");
  const macros = new Map(elements.filter(({ name }) => name === "macro").map((macro) => [macro.attrs["name"] ?? "", macro]));
  const sizes = new Map<string, number | "open">();

  /** How many elements a macro comes to, or why it cannot be told. */
  const sizeOfMacro = (name: string, depth: number): number | string => {
    const macro = macros.get(name);
    const known = sizes.get(name) ?? 0;
    if (known === "open") return `its macro “${name}” calls itself.`;
    if (macro === undefined || known > 0) return known;
    if (depth > deepest) return "its macros call one another too deeply.";
    sizes.set(name, "open");
    const size = sizeOf(macro, depth);
    if (typeof size === "number") sizes.set(name, size);
    return size;
  };

  const sizeOf = ({ attrs, children }: XmlElement, depth: number): number | string => {
    let size = 1;
    const called = attrs["macro"];
    const parts = [...called === undefined ? [] : [() => sizeOfMacro(called, depth + 1)], ...children.map((child) => () => typeof child === "string" ? 0 : sizeOf(child, depth))];
    for (const part of parts) {
      const more = part();
      if (typeof more === "string") return more;
      size += more;
    }
    return size > mostElements ? "its macros come to more than can be formatted." : size;
  };

  const layouts = elements.filter(({ name }) => name === "citation" || name === "bibliography");
  return layouts.map((layout) => sizeOf(layout, 0)).find((size) => typeof size === "string");
}
