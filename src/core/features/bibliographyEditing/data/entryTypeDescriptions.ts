/** A type of entry as BibLaTeX's manual (2.1) and BibTeX's (btxdoc, 3.1) have it, told in our words. */
export interface EntryTypeDescription {
  readonly name: string;
  readonly description: string;
  /** Where the manual speaks of it. */
  readonly section: "2.1.1" | "2.1.2" | "2.1.3";
  /** The type it is another name of, or whose fields it has. */
  readonly like?: string;
  /** BibTeX knows it too. */
  readonly isClassic: boolean;
}

/** Written `name!`: BibTeX knows it too; `name > other`: it has the fields of another type. */
const described: Readonly<Record<EntryTypeDescription["section"], string>> = {
  "2.1.1": `
article! | An article in a journal, magazine or newspaper that comes out regularly.
book! | A book by one or more authors, who share all of it.
mvbook | A book in several volumes as a whole.
inbook! | A part of a book that has a title of its own.
bookinbook > inbook | A work that was a book by itself once and stands in another book now, as in collected works.
suppbook > inbook | What a book is supplied with: a preface, foreword, introduction or afterword.
booklet! | A work like a book, without a publisher that stands for it.
collection | A book of contributions by several authors, with an editor.
mvcollection | A collection in several volumes as a whole.
incollection! | A contribution to a collection, with an author and a title of its own.
suppcollection > incollection | What a collection is supplied with: a preface, foreword or introduction.
dataset | A set of data, such as a table or a database.
manual! | Documentation of a product, printed or not.
misc! | Anything that no other type fits.
online | A source that is found on the web alone.
patent | A patent, or a request for one.
periodical | A whole issue of a journal or magazine.
suppperiodical > article | A part of a periodical that is no article: a column, an editorial, a letter.
proceedings! | The proceedings of a conference as a whole.
mvproceedings | Proceedings in several volumes as a whole.
inproceedings! | A paper in the proceedings of a conference.
reference > collection | An encyclopedia or dictionary as a whole.
mvreference > mvcollection | An encyclopedia or dictionary in several volumes as a whole.
inreference > incollection | An article in an encyclopedia or dictionary.
report | A report of a research institution, a company or an authority.
set | Several entries that are cited as one (its members stand in entryset).
software > misc | Software.
thesis | A thesis, for whatever degree; type says which.
unpublished! | A work with an author and a title that has not been published.
xdata | No source: fields that other entries take over through their field xdata.
customa > misc | A type of one's own; styles that know it say what it means.
customb > misc | A type of one's own; styles that know it say what it means.
customc > misc | A type of one's own; styles that know it say what it means.
customd > misc | A type of one's own; styles that know it say what it means.
custome > misc | A type of one's own; styles that know it say what it means.
customf > misc | A type of one's own; styles that know it say what it means.`,
  "2.1.2": `
conference! > inproceedings | Another name of inproceedings.
electronic > online | Another name of online.
mastersthesis! | A master's thesis: a thesis whose type is known.
phdthesis! | A doctoral thesis: a thesis whose type is known.
techreport! | A technical report: a report whose type is known.
www > online | Another name of online.`,
  "2.1.3": `
artwork > misc | A work of the visual arts, such as a painting, sculpture or installation.
audio > misc | A recording of sound, such as a podcast, radio broadcast or audio book.
bibnote > misc | No source: a note among the references, which packages write.
commentary > misc | A commentary, such as one on the law, that is cited otherwise than books.
image > misc | A picture, such as a photograph, print or drawing.
jurisdiction > misc | A decision of a court.
legislation > misc | A law, a bill or a part of them.
legal > misc | A legal document, such as a treaty.
letter > misc | A letter, e-mail, memorandum or other message between people.
movie > misc | A film.
music > misc | A recording of music.
performance > misc | A performance of music, dance or theatre, not a recording of it.
review > article | A review of another work.
standard > misc | A standard of a body such as ISO.
video > misc | A recording of moving pictures.`,
};

const row = /^(\w+)(!?)(?: > (\w+))? \| (.+)$/;

/** All types, by their name in small letters. */
export const entryTypes: ReadonlyMap<string, EntryTypeDescription> = new Map(Object.entries(described).flatMap(([section, rows]) =>
  rows.trim().split("\n").flatMap((line) => {
    const [, name, classic, like, description] = row.exec(line) ?? [];
    if (name === undefined || description === undefined) return [];
    return [[name, { name, description, section: section as EntryTypeDescription["section"], isClassic: classic === "!", ...like !== undefined && { like } }] as const];
  })));
