import { isObject } from "../../bibliography/cslJson/cslJsonItem";
import { dateVariables, nameVariables, textVariables } from "../../bibliography/cslVariables";
import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { soundDate } from "./soundDate";

/** An item that holds what CSL says it holds: its variables, numbers as text, names and dates with their parts. */
export interface SoundItem {
  readonly id: string;
  readonly type: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, readonly CslName[]>;
  readonly dates: ReadonlyMap<string, CslDate>;
}

/** Text that citation-js has a variable for and CSL has not. */
const shortSeries = "collection-title-short";

/** The sound part of an item. Values of the wrong type and variables that CSL does not know are left out. */
export function soundItem(item: CslItem): SoundItem {
  const texts = new Map<string, string>();
  const names = new Map<string, readonly CslName[]>();
  const dates = new Map<string, CslDate>();
  for (const [variable, value] of Object.entries(item)) {
    if (nameVariables.has(variable)) setDefined(names, variable, soundNames(value));
    else if (dateVariables.has(variable)) setDefined(dates, variable, soundDate(value));
    else if (textVariables.has(variable) || variable === shortSeries) setDefined(texts, variable, soundText(value));
  }
  return { id: soundText(item.id) ?? "", type: soundText(item.type) ?? "document", texts, names, dates };
}

function setDefined<T>(map: Map<string, T>, name: string, value: T | undefined): void {
  if (value !== undefined) map.set(name, value);
}

/** Text on one line; `undefined` where there is none. */
export function soundText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).replace(/[ \t\n\v\f\r]{2,}|[\t\n\v\f\r]/g, " ").trim();
  return text === "" ? undefined : text;
}

const nameParts = ["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal", "comma-suffix", "static-ordering"];

function soundNames(names: unknown): readonly CslName[] | undefined {
  const sound = Array.isArray(names) ? names.flatMap((name) => soundName(name) ?? []) : [];
  return sound.length === 0 ? undefined : sound;
}

function soundName(name: unknown): CslName | undefined {
  if (typeof name === "string") return soundName({ literal: name });
  if (!isObject(name)) return undefined;
  const parts = nameParts.flatMap((part) => {
    const value = Object.hasOwn(name, part) ? name[part] : undefined;
    const sound = typeof value === "boolean" ? value : soundText(value);
    return sound === undefined ? [] : [[part, sound] as const];
  });
  const isNamed = parts.some(([part]) => part === "family" || part === "given" || part === "literal");
  return isNamed ? Object.fromEntries(parts) : undefined;
}

/** Whether a name is the word that stands for people who are not named. */
export function isOthers(name: CslName | undefined): boolean {
  return name?.literal?.toLowerCase() === "others";
}
