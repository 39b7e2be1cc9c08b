/** A field as BibLaTeX's manual (2.2) and BibTeX's (btxdoc, 3.2) have it, told in our words. */
export interface FieldDescription {
  readonly name: string;
  readonly description: string;
  /** Where BibLaTeX's manual speaks of it; `undefined` where only BibTeX or its users know it. */
  readonly section: string | undefined;
}

/** `a b c | words`: several fields that one sentence describes. */
const described: Readonly<Record<string, string>> = {
  "2.2.2": `
abstract | A summary of the work, for the reader of a bibliography.
addendum | Remarks that are printed at the end of the reference.
afterword | Who wrote the afterword.
annotation | Remarks for an annotated bibliography.
annotator | Who annotated the work.
author | The authors: “Family, Given”, with “and” between people; braces around the name of an institution.
authortype | What kind of author: a word that is printed with the name.
bookauthor | The authors of the book that the work stands in.
bookpagination | How the book that the work stands in counts: page, column, line, …
booksubtitle | The subtitle of the book that the work stands in.
booktitle | The title of the book that the work stands in.
booktitleaddon | An addition to the title of the book, printed in another font.
chapter | A chapter, section or other part of the work.
commentator | Who wrote a commentary on the work.
date | When it was published: 2001, 2001-05, 2001-05-17, 2001/2003, also circa and uncertain ones (EDTF).
doi | The Digital Object Identifier, without the address before it.
edition | Which edition: a number, or words.
editor | Who edited the work; written like author.
editora editorb editorc | A further editor in another role, which the type beside it tells.
editortype editoratype editorbtype editorctype | In which role an editor worked: editor, compiler, founder, redactor, …
eid | The identifier of an electronic article, in the place of pages.
entrysubtype | A finer type, such as magazine or newspaper of an article.
eprint | The identifier in an archive such as arXiv.
eprintclass | The class within the archive, such as the section of arXiv.
eprinttype | Which archive: arxiv, jstor, pubmed, hdl, …
eventdate | When the conference or other event was, written like date.
eventtitle | The name of the conference or other event.
eventtitleaddon | An addition to the name of the event, such as its well-known short form.
file | A file with the work on one's own disk.
foreword | Who wrote the foreword.
holder | Who holds the patent, where that is not the author.
howpublished | How a work was published that no publisher published.
indextitle | The title for the index, in the place of title.
institution | The university or other institution that a thesis or report is of.
introduction | Who wrote the introduction.
isan | The International Standard Audiovisual Number.
isbn | The International Standard Book Number.
ismn | The International Standard Music Number.
isrn | The International Standard Technical Report Number.
issn | The International Standard Serial Number of the journal.
issue | The issue, where it has a name such as “Spring” and no number.
issuesubtitle | The subtitle of an issue.
issuetitle | The title of an issue of a journal.
issuetitleaddon | An addition to the title of an issue, printed in another font.
iswc | The International Standard Work Code of a musical work.
journalsubtitle | The subtitle of the journal.
journaltitle | The name of the journal, magazine or newspaper.
journaltitleaddon | An addition to the name of the journal, printed in another font.
label | What stands for the names where a style needs a label and there are none.
language | The languages of the work, separated by “and”.
library | Where the work is kept: a library and its call number.
location | The places of publication, separated by “and”.
mainsubtitle | The subtitle of the work in several volumes.
maintitle | The title of the work in several volumes that this is one of.
maintitleaddon | An addition to the main title, printed in another font.
month | The month of publication: a number or one of jan, feb, …; date is the better place for it.
nameaddon | An addition to the author's name, such as a pen name.
note | Anything that fits nowhere else.
number | The number of an issue, of a volume in a series, of a report or a patent.
organization | The organization that published a manual or a web page or sponsored a conference.
origdate | When the original edition came out, written like date.
origlanguage | The languages that the work was translated from.
origlocation | Where the original edition was published.
origpublisher | Who published the original edition.
origtitle | The title of the original work.
pages | Which pages: 12--34, or several parts with commas between them.
pagetotal | How many pages the work has.
pagination | How the work counts: page, column, line, verse, section, …; it says what a cited number means.
part | The number of a part of a volume, where one volume has several.
publisher | The publishers, separated by “and”.
pubstate | How far it is published: inpreparation, submitted, forthcoming, inpress, prepublished.
reprinttitle | The title of a reprint.
series | The series that a book is published in, or the series of a journal (a number, or newseries, oldseries).
shortauthor | The authors as short as a citation needs them, such as an abbreviation of an institution.
shorteditor | The editors as short as a citation needs them.
shorthand | What is cited in the place of names and year, such as “KrV”.
shorthandintro | What is printed to introduce the shorthand.
shortjournal | A short form of the journal's name.
shortseries | A short form of the series.
shorttitle | A short form of the title.
subtitle | The subtitle.
title | The title. Braces keep the case of words that a style must not put in small letters.
titleaddon | An addition to the title, printed in another font.
translator | Who translated the work.
type | What kind of manual, patent, report or thesis: techreport, phdthesis, mathesis, patentus, …, or words.
url | The address on the web, taken letter by letter.
urldate | When the address was looked at, written like date.
venue | Where the conference or other event was.
version | The version of software, of a manual or of a data set.
volume | The volume of a journal or of a book in several volumes.
volumes | How many volumes the work has.
year | The year of publication; date is the better place for it where there is more than a year.`,
  "2.2.3": `
crossref | The key of an entry that this one takes missing fields from, such as the collection it stands in.
entryset | The keys of the entries of a set, separated by commas.
execute | TeX code that is run whenever the entry is used.
gender | The gender of the authors, for words such as “idem”: sf, sm, sn, pf, pm, pn or pp.
indexsorttitle | What the title is sorted by in the index.
keywords | Words to choose entries by, separated by commas.
langid | The language of the reference, by its name in babel or polyglossia, such as ngerman.
langidopts | Options for polyglossia when it changes to the language.
ids | Other keys that this entry can be cited by, separated by commas.
options | Options for this entry alone, as key=value, separated by commas.
presort | What the entry is sorted by before all else.
related | The keys of entries that this one is related to, separated by commas.
relatedoptions | Options for the related entries.
relatedstring | What is printed before the related entries, in the place of what their type says.
relatedtype | How the related entries are related: translationof, reprintof, multivolume, …
sortkey | What the entry is sorted by, in the place of all else.
sortname | The names that the entry is sorted by.
sortshorthand | What the entry is sorted by in the list of shorthands.
sorttitle | The title that the entry is sorted by.
sortyear | The year that the entry is sorted by.
xdata | The keys of entries of the type xdata that this one takes fields from, separated by commas.
xref | The key of an entry that this one belongs to, without taking fields from it.`,
  "2.2.4": `
namea nameb namec | A list of names with a meaning that a style gives it.
nameatype namebtype namectype | The type of a list of names of one's own.
lista listb listc listd liste listf | A list with a meaning that a style gives it.
usera userb userc userd usere userf | A field with a meaning that a style gives it.
verba verbb verbc | A field that is taken letter by letter, with a meaning that a style gives it.`,
  "2.2.5": `
address | BibTeX's name of location: where the publisher is, or the institution.
annote | Another name of annotation.
archiveprefix | arXiv's name of eprinttype.
journal | BibTeX's name of journaltitle: the name of the journal.
key | BibTeX's name of sortkey: what an entry without author and editor is sorted and labelled by.
pdf | JabRef's name of file.
primaryclass | arXiv's name of eprintclass.
school | BibTeX's name of institution: the university that a thesis is of.`,
};

/** What neither manual has and many files have. */
const unlisted = `
hyphenation | The older name of langid.
lccn | The Library of Congress Control Number.
pmid | The identifier in PubMed.
pmcid | The identifier in PubMed Central.
timestamp | When a program added the entry or changed it.
owner | Who keeps the entry (JabRef).
groups | The groups that the entry is in (JabRef).
day | The day of publication; date is the better place for it.`;

function read(section: string | undefined, rows: string): readonly (readonly [string, FieldDescription])[] {
  return rows.trim().split("\n").flatMap((line) => {
    const [names = "", description = ""] = line.split(" | ");
    return names.split(" ").map((name) => [name, { name, description, section }] as const);
  });
}

/** All fields, by their name in small letters. */
export const fieldDescriptions: ReadonlyMap<string, FieldDescription> =
  new Map([...read(undefined, unlisted), ...Object.entries(described).flatMap(([section, rows]) => read(section, rows))]);
