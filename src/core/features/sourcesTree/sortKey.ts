import { fold } from "../../text/fold";

/** Longer texts that begin alike keep their order; more letters would cost memory in large libraries. */
const longestKey = 40;

/** What a text is sorted by, compared by code units: letters without case and accents, opening quotes and the like left out, numbers by value. */
export function sortKey(text: string): string {
  const letters = fold(text.slice(0, longestKey)).replace(/^[^\p{L}\p{N}]{1,999}/u, "");
  return letters.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
}

export function yearNumber(year: string): number | undefined {
  const number = Number.parseInt(year, 10);
  return Number.isNaN(number) ? undefined : number;
}
