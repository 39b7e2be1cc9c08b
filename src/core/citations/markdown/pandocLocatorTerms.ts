/** Terms of a locator's label by CSL's name for it, in lower case: what stands in CSL's locale files, each language's singular, plural and short forms. */
type Terms = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, Terms>> = {
  en: {
    book: "book books bk. bks.", chapter: "chapter chapters chap. chaps.", column: "column columns col. cols.", figure: "figure figures fig. figs.",
    folio: "folio folios fol. fols.", issue: "number numbers no. nos. issue issues", line: "line lines l. ll.", note: "note notes n. nn.", opus: "opus opera op. opp.",
    paragraph: "paragraph paragraphs para. paras. ¶ ¶¶", part: "part parts pt. pts.", section: "section sections sec. secs. § §§",
    "sub-verbo": "sub_verbo sub_verbis s.v. s.vv.", verse: "verse verses v. vv.", volume: "volume volumes vol. vols.", page: "page pages p. pp.",
  },
  de: {
    book: "buch bücher b.", chapter: "kapitel kap.", column: "spalte spalten sp.", figure: "abbildung abbildungen abb.", folio: "blatt blätter fol.",
    issue: "nummer nummern nr.", line: "zeile zeilen z.", note: "note noten n.", opus: "opus opera op.", paragraph: "absatz absätze abs.", part: "teil teile",
    section: "abschnitt abschnitte abschn. § §§", verse: "vers verse v.", volume: "band bände bd. bde.", page: "seite seiten s.",
  },
  fr: {
    book: "livre livres liv.", chapter: "chapitre chapitres chap.", column: "colonne colonnes col.", folio: "folio folios fᵒ fᵒˢ", issue: "numéro numéros nᵒ nᵒˢ",
    line: "ligne lignes l.", paragraph: "paragraphe paragraphes paragr.", part: "partie parties part.", section: "section sections sect. §", verse: "verset versets v.", page: "page pages p. pp.",
  },
  es: {
    book: "libro libros lib.", chapter: "capítulo capítulos cap.", column: "columna columnas col.", figure: "figura figuras fig.", folio: "folio folios f.", issue: "número números n.º",
    line: "línea líneas l.", note: "nota notas n.", paragraph: "párrafo párrafos párr.", part: "parte partes pt.", section: "sección secciones sec. §", verse: "verso versos v. vv.",
    volume: "volumen volúmenes vol. vols.", page: "página páginas p. pp.",
  },
  it: {
    book: "libro libri lib.", chapter: "capitolo capitoli cap. capp.", column: "colonna colonne col.", figure: "figura figure fig.", folio: "foglio fogli fgl.", issue: "numero numeri n.",
    line: "riga righe l.", note: "nota note", opus: "opera opere op.", paragraph: "capoverso capoversi cpv.", part: "parte parti pt.", section: "paragrafo paragrafi par. § §§",
    verse: "verso versi v. vv.", volume: "volume volumi vol. voll.", page: "pagina pagine pag. pagg.",
  },
  pt: {
    book: "livro livros liv.", chapter: "capítulo capítulos cap.", column: "coluna colunas col.", figure: "figura figuras fig.", folio: "folio fólio fólios f.", issue: "número números nº",
    line: "linha linhas l.", note: "nota notas n.", paragraph: "parágrafo parágrafos parag. par.", part: "parte partes pt.", section: "seção seções seç. secção secções sec. § §§",
    verse: "verso versos versículo versículos v. vv.", volume: "volume volumes vol. vols.", page: "página páginas p. pp.",
  },
  nl: {
    book: "boek boeken bk.", chapter: "hoofdstuk hoofdstukken hfdst.", figure: "figuur figuren fig.", folio: "folio folio's f.", issue: "nummer nummers nr.", line: "regel regels l.",
    note: "aantekening aantekeningen n.", paragraph: "paragraaf paragrafen par.", part: "deel delen", section: "sectie secties sec. § §§", verse: "vers versen v. vv.", page: "pagina pagina's p. pp.",
  },
  pl: {
    book: "książka książki", chapter: "rozdział rozdziały rozdz.", column: "kolumna kolumny kol.", figure: "rycina ryciny ryc.", issue: "numer numery nr", line: "wiersz wiersze l.",
    note: "notatka notatki n.", paragraph: "akapit akapity akap.", part: "część części cz.", section: "sekcja sekcje sekc. § §§", verse: "wers wersy w.", volume: "tom tomy t.", page: "strona strony s. ss.",
  },
  ru: {
    book: "книга книги кн.", chapter: "глава главы гл.", column: "столбец столбцы стб.", figure: "рисунок рисунки рис.", folio: "лист листы л. лл.", issue: "выпуск выпуски вып.",
    line: "строка строки", note: "примечание примечания прим.", opus: "сочинение сочинения соч.", paragraph: "параграф параграфы п. пп.", part: "часть части ч. чч.", section: "раздел разделы разд. § §§",
    verse: "стих стихи ст.", volume: "том тома т. тт.", page: "страница страницы с. сс. стр.",
  },
  uk: {
    book: "книга книги кн.", chapter: "розділ розділи розд.", figure: "рисунок рисунки рис.", issue: "випуск вип.", line: "рядок рядки", note: "примітка примітки прим.",
    paragraph: "параграф параграфи пар.", part: "частина частини ч.", volume: "том томи т.", page: "сторінка сторінки с. стор.",
  },
};

/** CSL's label by its term, for the language of a document. */
export type LocatorTerms = ReadonlyMap<string, string>;

/** A language's terms by CSL's label; none where the language has none here. */
export function locatorTermsIn(language: string): readonly (readonly [label: string, terms: readonly string[]])[] {
  const terms = Object.hasOwn(languages, language) ? languages[language] ?? {} : {};
  return Object.entries(terms).map(([label, names]) => [label, names.split(" ").map((name) => name.replace("_", " "))] as const);
}

function entriesOf(language: string): readonly (readonly [string, string])[] {
  return locatorTermsIn(language).flatMap(([label, terms]) => terms.map((term) => [term, label] as const));
}

export const defaultTerms: LocatorTerms = new Map(entriesOf("en"));

/** English terms, and those of the document's own language, which come first. */
export function locatorTerms(locale: string | undefined): LocatorTerms {
  const language = locale?.split(/[-_]/)[0]?.toLowerCase() ?? "en";
  return language === "en" ? defaultTerms : new Map([...entriesOf("en"), ...entriesOf(language)]);
}
