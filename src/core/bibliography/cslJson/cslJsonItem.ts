import type { CitationKey } from "../../model/citation";
import type { CslItem } from "../../model/cslItem";
import { dateVariables, nameVariables, plainTextVariables, textVariables } from "../cslVariables";
import { quoted } from "../problems";

/** A variable that had to be left out, and why. */
export interface LeftOut {
  readonly variable: string;
  readonly message: string;
}

export interface CheckedItem {
  readonly item: CslItem;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The item that an object of JSON is (schema csl-data.json), with `id` as its key. A variable of the wrong type is left out;
 * one without a value (`null`) is none. Variables that CSL does not know pass through.
 */
export function checkItem(object: Readonly<Record<string, unknown>>, key: CitationKey): CheckedItem {
  const leftOut: LeftOut[] = [];
  const variables: [string, unknown][] = [["id", key], ["type", typeof object["type"] === "string" ? object["type"] : "document"]];
  if (object["type"] !== undefined && typeof object["type"] !== "string") leftOut.push({ variable: "type", message: "“type” is no text; the item counts as a document." });
  for (const [variable, value] of Object.entries(object)) {
    if (variable === "id" || variable === "type" || value === null) continue;
    const checked = checkVariable(variable, value);
    if (checked === undefined) leftOut.push({ variable, message: messageFor(variable) });
    else variables.push([variable, checked]);
  }
  // Object.fromEntries defines properties, so that `__proto__` is a variable like any other
  return { item: Object.fromEntries(variables) as CslItem, leftOut };
}

/** The value as the model has it; `undefined` where it is of the wrong type. */
function checkVariable(variable: string, value: unknown): unknown {
  if (nameVariables.has(variable)) return isNameList(value) ? value : undefined;
  if (dateVariables.has(variable)) return checkDate(value);
  if (!textVariables.has(variable)) return value;
  if (typeof value === "number") return plainTextVariables.has(variable) ? String(value) : value;
  return typeof value === "string" ? value : undefined;
}

function messageFor(variable: string): string {
  if (nameVariables.has(variable)) return `${quoted(variable)} must be a list of names, each an object such as { "family": "…", "given": "…" }; it is left out.`;
  if (dateVariables.has(variable)) return `${quoted(variable)} must be a date such as { "date-parts": [[2001, 5, 1]] }; it is left out.`;
  return `${quoted(variable)} must be text or a number; it is left out.`;
}

const nameParts = ["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"];

function isNameList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isName);
}

function isName(value: unknown): boolean {
  return isObject(value) && nameParts.every((part) => !Object.hasOwn(value, part) || typeof value[part] === "string");
}

/** A date as one string or one year, which is what people write by hand and Pandoc reads, becomes a date of its own. */
function checkDate(value: unknown): unknown {
  if (typeof value === "string") return { raw: value };
  if (typeof value === "number") return { "date-parts": [[value]] };
  if (!isObject(value)) return undefined;
  const { "date-parts": parts, raw, literal } = value;
  const isSound = (parts === undefined || isDateParts(parts)) && [raw, literal].every((text) => text === undefined || typeof text === "string");
  return isSound ? value : undefined;
}

function isDateParts(value: unknown): boolean {
  return Array.isArray(value) && value.every((date) => Array.isArray(date) && date.every((part) => typeof part === "number" || typeof part === "string" || part === null));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
