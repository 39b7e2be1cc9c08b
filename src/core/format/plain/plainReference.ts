import type { CslItem } from "../../model/cslItem";
import { doiUrl, safeWebUrl } from "../../text/escape";
import { soundItem, type SoundItem } from "../items/soundItem";
import { withoutMarks } from "../markup/marks";
import { mergeRuns } from "../markup/mergeRuns";
import type { Reference } from "../markup/reference";
import { yearText } from "./date";
import { leadingPeople } from "./people";
import { isChapter, isPart, publicationOf, titleDetails } from "./publication";
import { join, marked, plain, sentence, type Runs } from "./runs";

/** Where the year stands: behind the people, or behind all else, as in styles that number sources or cite them in notes. */
export type DatePlace = "after-people" | "last";

/**
 * The reference of a source in plain words, near to how APA prints it: for as long as the processor is not ready, and where it has nothing
 * to print or fails. Never empty: where nothing is known it is the key.
 */
export function plainReference(item: CslItem, datePlace: DatePlace = "after-people"): Reference {
  const sound = soundItem(item);
  const people = sentence(plain(leadingPeople(sound, isChapter(sound))));
  const year = yearText(sound.dates.get("issued") ?? {});
  const publication = publicationOf(sound).map(sentence);
  const title = titleOf(sound);
  const isNamed = [people, title, ...publication].some((part) => part.length > 0);
  const sentences = isNamed || year !== "" ? withDate(people, sentence(isNamed ? title : plain(sound.id)), publication, datePlace, year) : [plain(sound.id)];
  const runs = join([...sentences, linkOf(sound)], " ");
  return [{ display: "inline", runs: mergeRuns(runs) }];
}

function withDate(people: Runs, title: Runs, publication: readonly Runs[], place: DatePlace, year: string): readonly Runs[] {
  if (place === "last") return [people, title, ...publication, sentence(plain(year))];
  const date = plain(`(${year === "" ? "n.d." : year}).`);
  // What leads is what the source is found by in a list.
  return people.length > 0 ? [people, date, title, ...publication] : [title, date, ...publication];
}

function titleOf(item: SoundItem): Runs {
  const title = item.texts.get("title") ?? item.texts.get("title-short") ?? "";
  return join([marked(title, isPart(item) ? {} : { italic: true }), ...titleDetails(item)], " ");
}

function linkOf({ texts }: SoundItem): Runs {
  const doi = texts.get("DOI");
  if (doi === undefined) return linked(texts.get("URL") ?? "", safeWebUrl);
  const url = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(?=10\.)/i, "https://doi.org/");
  return linked(url, doiUrl);
}

function linked(text: string, addressOf: (text: string) => string | undefined): Runs {
  const href = addressOf(text);
  return text === "" ? [] : [{ text: withoutMarks(text), style: href === undefined ? {} : { href } }];
}
