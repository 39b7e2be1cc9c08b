import type { EntryFields } from "./entryFields";

/** Language names of babel, polyglossia and BibLaTeX by the tag (BCP 47) that each becomes; the first is the one to write. */
const namesByTag: Readonly<Record<string, readonly string[]>> = {
  af: ["afrikaans"], ar: ["arabic"], be: ["belarusian"], bg: ["bulgarian"], bn: ["bengali"], br: ["breton"], ca: ["catalan"], cs: ["czech"], cy: ["welsh"], da: ["danish"],
  de: ["ngerman", "german", "germanb"], "de-AT": ["naustrian", "austrian"], "de-CH": ["nswissgerman", "swissgerman"], el: ["greek", "polutonikogreek"], en: ["english"],
  "en-AU": ["australian"], "en-CA": ["canadian"], "en-GB": ["british", "ukenglish"], "en-NZ": ["newzealand"], "en-US": ["american", "usenglish"], eo: ["esperanto"],
  es: ["spanish"], et: ["estonian"], eu: ["basque"], fa: ["persian", "farsi"], fi: ["finnish"], fr: ["french", "francais", "frenchb"], "fr-CA": ["canadien", "acadian"],
  ga: ["irish"], gd: ["scottish"], gl: ["galician"], grc: ["ancientgreek"], he: ["hebrew"], hi: ["hindi"], hr: ["croatian"], hu: ["hungarian", "magyar"], hy: ["armenian"],
  id: ["indonesian", "bahasa", "bahasai", "indonesia"], is: ["icelandic"], it: ["italian"], ja: ["japanese"], ka: ["georgian"], kk: ["kazakh"], ko: ["korean"], la: ["latin"],
  lt: ["lithuanian"], lv: ["latvian"], mk: ["macedonian"], mn: ["mongolian"], ms: ["malay", "bahasam"], nb: ["norsk", "bokmal", "norwegian"], nl: ["dutch"], nn: ["nynorsk"],
  pl: ["polish"], pt: ["portuguese", "portuges"], "pt-BR": ["brazilian", "brazil"], ro: ["romanian"], ru: ["russian"], sk: ["slovak"], sl: ["slovene", "slovenian"],
  sq: ["albanian"], sr: ["serbian"], sv: ["swedish"], ta: ["tamil"], th: ["thai"], tr: ["turkish"], uk: ["ukrainian"], ur: ["urdu"], vi: ["vietnamese"], zh: ["chinese", "mandarin"],
};

/** Codes of three letters (ISO 639-2) that library catalogues write. */
const threeLetters: Readonly<Record<string, string>> = {
  ara: "ar", ces: "cs", chi: "zh", cze: "cs", dan: "da", deu: "de", dut: "nl", eng: "en", fin: "fi", fra: "fr", fre: "fr", ger: "de", gre: "el", heb: "he", hun: "hu", ita: "it",
  jpn: "ja", kor: "ko", lat: "la", nld: "nl", nor: "no", pol: "pl", por: "pt", rus: "ru", spa: "es", swe: "sv", tur: "tr", ukr: "uk", zho: "zh",
};

const tags: ReadonlyMap<string, string> = new Map([
  ...Object.entries(namesByTag).flatMap(([tag, names]) => names.map((name) => [name, tag] as const)),
  ...Object.entries(threeLetters),
]);

/** The language of a source as a tag of BCP 47 where it can be told, else as it is written. */
export function languageOf(fields: EntryFields): string | undefined {
  const [language = ""] = fields.plain("language")?.split(/\s*(?:[,;/&]|\band\b)\s*/) ?? [];
  const candidates = [language, fields.plain("langid", "hyphenation") ?? ""];
  return candidates.map(languageTag).find((tag) => tag !== undefined) ?? candidates.find((candidate) => candidate !== "");
}

/** The tag of a language name (`russian`, `lang-russian`, `rus`), or the tag that the text is. */
export function languageTag(written: string): string | undefined {
  const name = written.toLowerCase().replace(/^lang/, "");
  return tags.get(name) ?? (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,20}$/i.test(written) ? written.replaceAll("_", "-") : undefined);
}

/** What babel calls the language of a tag, where reading the name gives the same tag again. */
export function languageName(tag: string): string | undefined {
  return Object.hasOwn(namesByTag, tag) ? namesByTag[tag]?.[0] : undefined;
}

/** Every language that babel or polyglossia has a name for, by the name to write. */
export function languageNames(): readonly string[] {
  return Object.values(namesByTag).flatMap(([name]) => name ?? []).sort();
}
