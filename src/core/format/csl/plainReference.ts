import type { CslItem, CslName } from "../../model/cslItem";
import { isOthers, soundItem } from "../items/soundItem";
import { plainCslText } from "../markup/cslMarkup";
import { withoutMarks } from "../markup/marks";
import type { Reference } from "../markup/reference";

const mostNames = 20;

/** What is known of a source in plain words, for one that the style prints nothing of or the processor fails at. */
export function plainReference(item: CslItem): Reference {
  const { id, texts, names, dates } = soundItem(item);
  const people = (names.get("author") ?? names.get("editor") ?? []).slice(0, mostNames).map(nameText).join(", ");
  const { "date-parts": parts, literal } = dates.get("issued") ?? {};
  const year = literal ?? String(parts?.[0]?.[0] ?? "");
  const facts = [texts.get("title"), texts.get("container-title"), texts.get("publisher"), texts.get("DOI") ?? texts.get("URL")];
  const sentences = [people, year === "" ? "" : `(${year})`, ...facts.map((text) => plainCslText(text ?? ""))].filter((part) => part !== "");
  const text = sentences.map((part) => /[.?!)]$/.test(part) ? part : `${part}.`).join(" ");
  return [{ display: "inline", runs: [{ text: text === "" ? id : text, style: {} }] }];
}

/** The same in a citation: who and when, or the key. */
export function plainCitation(item: CslItem): string {
  const { id, names, dates } = soundItem(item);
  const people = (names.get("author") ?? names.get("editor") ?? []).map(({ family, literal }) => family ?? literal ?? "");
  const { "date-parts": parts, literal } = dates.get("issued") ?? {};
  const facts = [people.length > 2 ? `${people[0] ?? ""} et al.` : people.join(" & "), literal ?? String(parts?.[0]?.[0] ?? "")];
  const text = withoutMarks(facts.filter((fact) => fact !== "").join(" "));
  return text === "" ? id : text;
}

function nameText(name: CslName): string {
  if (isOthers(name)) return "et al.";
  const { literal, given, "non-dropping-particle": particle, family } = name;
  return literal ?? [given, particle, family].filter((part) => part !== undefined).join(" ");
}
