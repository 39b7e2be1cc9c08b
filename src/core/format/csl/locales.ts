/** The locale that a language means by itself where several of it ship and none is its own (`de-DE`). */
const primary: Readonly<Record<string, string>> = { en: "en-US", no: "nb-NO", zh: "zh-CN" };

const scripts: readonly (readonly [tag: RegExp, locale: string])[] = [[/^zh-(?:hant|hk|mo)\b/, "zh-TW"], [/^zh-hans\b/, "zh-CN"]];

/** Of the locales that there are, the one for a tag of BCP 47: its own, or another of the same language (`de` → `de-DE`). */
export function nearestLocale(tag: string, locales: readonly string[]): string | undefined {
  const wanted = tag.trim().replaceAll("_", "-").toLowerCase();
  const script = scripts.find(([pattern]) => pattern.test(wanted))?.[1];
  const [language = "", region = ""] = wanted.split("-");
  const candidates = [wanted, script, `${language}-${region}`, Object.hasOwn(primary, language) ? primary[language] : undefined, `${language}-${language}`, language];
  for (const candidate of candidates) {
    const found = locales.find((locale) => locale.toLowerCase() === candidate?.toLowerCase());
    if (found !== undefined) return found;
  }
  return locales.find((locale) => locale.split("-", 1)[0] === language);
}
