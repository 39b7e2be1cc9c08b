/** What a list of references is headed with, by language (BCP 47); further titles that are used after the usual one. */
const titles: Readonly<Record<string, readonly string[]>> = {
  ar: ["المراجع"],
  bg: ["Библиография", "Литература"],
  ca: ["Referències", "Bibliografia"],
  cs: ["Literatura", "Seznam literatury", "Použitá literatura"],
  da: ["Referencer", "Litteratur", "Litteraturliste"],
  de: ["Literatur", "Literaturverzeichnis", "Quellen", "Quellenverzeichnis", "Bibliografie", "Bibliographie", "Referenzen"],
  el: ["Βιβλιογραφία", "Αναφορές"],
  en: ["References", "Bibliography", "Works Cited", "Literature Cited", "Literature", "Sources", "Reference List", "Cited Literature"],
  es: ["Referencias", "Bibliografía", "Referencias bibliográficas", "Obras citadas"],
  et: ["Kasutatud kirjandus", "Viited"],
  eu: ["Erreferentziak", "Bibliografia"],
  fa: ["منابع", "مراجع"],
  fi: ["Lähteet", "Kirjallisuus", "Viitteet"],
  fr: ["Références", "Bibliographie", "Références bibliographiques", "Ouvrages cités"],
  he: ["ביבליוגרפיה", "מקורות"],
  hr: ["Literatura", "Popis literature"],
  hu: ["Irodalom", "Irodalomjegyzék", "Hivatkozások"],
  id: ["Daftar Pustaka", "Referensi"],
  it: ["Bibliografia", "Riferimenti bibliografici", "Riferimenti"],
  ja: ["参考文献", "引用文献", "文献"],
  ko: ["참고문헌", "참고 문헌"],
  lt: ["Literatūra", "Literatūros sąrašas"],
  lv: ["Literatūra", "Literatūras saraksts"],
  nb: ["Referanser", "Litteratur", "Litteraturliste"],
  nl: ["Literatuur", "Literatuurlijst", "Referenties", "Bibliografie"],
  nn: ["Referansar", "Litteratur"],
  no: ["Referanser", "Litteratur"],
  pl: ["Bibliografia", "Literatura", "Piśmiennictwo"],
  pt: ["Referências", "Bibliografia", "Referências bibliográficas"],
  ro: ["Bibliografie", "Referințe"],
  ru: ["Список литературы", "Литература", "Библиография", "Источники", "Список источников", "Использованная литература", "Список использованной литературы"],
  sk: ["Literatúra", "Zoznam literatúry"],
  sl: ["Literatura", "Viri"],
  sr: ["Литература", "Literatura"],
  sv: ["Referenser", "Litteratur", "Litteraturförteckning", "Källor"],
  th: ["บรรณานุกรม", "เอกสารอ้างอิง"],
  tr: ["Kaynakça", "Kaynaklar"],
  uk: ["Література", "Список літератури", "Бібліографія", "Список використаних джерел"],
  vi: ["Tài liệu tham khảo"],
  zh: ["参考文献", "參考文獻", "引用文献", "文献"],
};

const known: ReadonlySet<string> = new Set(Object.values(titles).flat().map(plain));

/** The usual title in a language, in English where it is not known. */
export function referenceTitle(locale: string | undefined): string {
  const language = (locale ?? "").toLowerCase().split(/[-_]/, 1)[0] ?? "";
  return (Object.hasOwn(titles, language) ? titles[language]?.[0] : undefined) ?? "References";
}

/** Whether a heading is that of a list of references in any language. */
export function isReferenceTitle(heading: string): boolean {
  return known.has(plain(heading));
}

/** Without numbers, emphasis and marks. */
function plain(title: string): string {
  return title.normalize("NFC").toLowerCase().replace(/[*_:.]/g, "").replace(/^[\d\s]+/, "").trim();
}
