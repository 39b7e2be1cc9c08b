import type { CslItem } from "../../model/cslItem";
import { soundItem } from "../items/soundItem";
import { withoutMarks } from "../markup/marks";

/** A source in a citation in plain words, for one that the style prints nothing of or the processor fails at: who and when, or the key. */
export function plainCitation(item: CslItem): string {
  const { id, names, dates } = soundItem(item);
  const people = (names.get("author") ?? names.get("editor") ?? []).map(({ family, literal }) => family ?? literal ?? "");
  const { "date-parts": parts, literal } = dates.get("issued") ?? {};
  const facts = [people.length > 2 ? `${people[0] ?? ""} et al.` : people.join(" & "), literal ?? String(parts?.[0]?.[0] ?? "")];
  const text = withoutMarks(facts.filter((fact) => fact !== "").join(" "));
  return text === "" ? id : text;
}
