/** Languages as catalogues write them, by their tag: ISO 639-2 codes (bibliographic and terminological) and English names. */
const languages: Readonly<Record<string, string>> = {
  ar: "ara arabic", bg: "bul bulgarian", ca: "cat catalan", cs: "cze ces czech", cy: "wel cym welsh", da: "dan danish", de: "ger deu german",
  el: "gre ell greek", en: "eng english", es: "spa spanish", et: "est estonian", eu: "baq eus basque", fa: "per fas persian", fi: "fin finnish",
  fr: "fre fra french", ga: "gle irish", gl: "glg galician", he: "heb hebrew", hi: "hin hindi", hr: "hrv croatian", hu: "hun hungarian",
  hy: "arm hye armenian", id: "ind indonesian", is: "ice isl icelandic", it: "ita italian", ja: "jpn japanese", ka: "geo kat georgian",
  ko: "kor korean", la: "lat latin", lt: "lit lithuanian", lv: "lav latvian", mk: "mac mkd macedonian", ms: "may msa malay", nl: "dut nld dutch",
  no: "nor norwegian", pl: "pol polish", pt: "por portuguese", ro: "rum ron romanian", ru: "rus russian", sk: "slo slk slovak", sl: "slv slovenian",
  sq: "alb sqi albanian", sr: "srp serbian", sv: "swe swedish", th: "tha thai", tr: "tur turkish", uk: "ukr ukrainian", ur: "urd urdu",
  vi: "vie vietnamese", zh: "chi zho chinese",
};

const tags: ReadonlyMap<string, string> = new Map(Object.entries(languages).flatMap(([tag, names]) => names.split(" ").map((name) => [name, tag] as const)));

/** A language as CSL wants it, an ISO 639-1 code (specification, “language”); what is none of these stays as written. */
export function languageTag(written: string | undefined): string | undefined {
  return written && (tags.get(written.trim().toLowerCase()) ?? written.trim());
}
