import type { CslName } from "../../model/cslItem";
import { isOthers, type SoundItem } from "../items/soundItem";

/** Of more people than these the first ones are named, and the last. */
const mostNames = 20;

/** The people a reference begins with, in the way of APA: `Doe, J. R., & Roe, R.`; empty where there are none. Those who edited a book are not the authors of its chapters. */
export function leadingPeople({ names }: SoundItem, isChapter: boolean): string {
  for (const variable of ["author", "director", "composer"]) {
    const people = names.get(variable);
    if (people !== undefined) return listOf(people.map(invertedName));
  }
  const editors = isChapter ? undefined : names.get("editor");
  return editors === undefined ? "" : `${listOf(editors.map(invertedName))} ${roleOf(editors)}`;
}

/** The editors of what a source is in: `J. Doe & R. Roe (Eds.)`; empty where there are none. */
export function editorsOfContainer({ names }: SoundItem): string {
  const editors = names.get("editor");
  return editors === undefined ? "" : `${listOf(editors.map(nameInOrder))} ${roleOf(editors)}`;
}

function roleOf(editors: readonly CslName[]): string {
  return editors.length < 2 ? "(Ed.)" : "(Eds.)";
}

function listOf(people: readonly string[]): string {
  const named = people.filter((name) => name !== "");
  const last = named.at(-1) ?? "";
  if (named.length < people.length) return named.length < 2 ? `${last} et al.`.trimStart() : `${named.slice(0, mostNames - 1).join(", ")}, et al.`;
  if (named.length > mostNames) return `${named.slice(0, mostNames - 1).join(", ")}, … ${last}`;
  if (named.length < 2) return last;
  const isInverted = named.some((name) => name.includes(","));
  return `${named.slice(0, -1).join(", ")}${isInverted || named.length > 2 ? "," : ""} & ${last}`;
}

/** Empty for people who are not named. */
function invertedName(name: CslName): string {
  if (isOthers(name)) return "";
  const { family = "", given = "", suffix = "" } = name;
  if (name.literal !== undefined) return name.literal;
  if (isWrittenWhole(family)) return family + given;
  const first = join([name["non-dropping-particle"] ?? "", family], " ");
  return join([first, join([initials(given), name["dropping-particle"] ?? ""], " "), suffix], ", ");
}

function nameInOrder(name: CslName): string {
  if (isOthers(name)) return "";
  const { family = "", given = "", suffix = "" } = name;
  if (name.literal !== undefined) return name.literal;
  if (isWrittenWhole(family)) return family + given;
  return join([initials(given), name["dropping-particle"] ?? "", name["non-dropping-particle"] ?? "", family, suffix], " ");
}

function join(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** Names of these scripts have neither initials nor a comma. */
function isWrittenWhole(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
}

/** `Jean-Paul Émile` is `J.-P. É.`; particles and names without capitals stay whole, and so do abbreviations. */
function initials(given: string): string {
  const words = given.replace(/\.(?=\p{L})/gu, ". ").split(/\s+/).filter((word) => word !== "");
  return words.map((word) => /^\p{L}{1,3}\.$/u.test(word) ? word : word.split("-").map(initial).join("-")).join(" ");
}

function initial(name: string): string {
  const [letter] = /^\p{Lu}/u.exec(name) ?? [];
  return letter === undefined ? name : `${letter}.`;
}
