import locales from "@citation-js/plugin-csl/lib/locales.json";

const sources: Readonly<Record<string, string>> = locales;
const names: readonly string[] = Object.keys(sources);

/** The locale that ships with the product for a tag of BCP 47: its own, or another of the same language (`de` → `de-DE`). */
export function knownLocale(tag: string): string | undefined {
  const wanted = tag.trim().replaceAll("_", "-").toLowerCase();
  const language = wanted.split("-", 1)[0] ?? "";
  return names.find((name) => name.toLowerCase() === wanted) ?? names.find((name) => name.split("-", 1)[0] === language);
}

/** The terms of a language, those of American English where there are none. */
export function localeSource(tag: string): string {
  return sources[knownLocale(tag) ?? "en-US"] ?? "";
}
