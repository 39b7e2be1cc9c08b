import { pickEvenly, type Random } from "../../bench/random";

/** Alternatives by name; `«name»` in one stands for one of that name's. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** How often names may be followed in one text: enough for a few entries, an end to what repeats itself. */
const mostExpansions = 400;

/** A text that begins with one of the alternatives of `start`. */
export function generateText(grammar: Grammar, random: Random): string {
  let left = mostExpansions;
  const expand = (name: string): string => {
    const all = grammar[name] ?? [];
    // The first alternative of a name is its shortest: it is taken where texts would grow without end.
    const chosen = left-- > 0 ? all[pickEvenly(all.length, random)] : all[0];
    return (chosen ?? "").replace(/«(\w+)»/g, (_, inner: string) => left > -mostExpansions ? expand(inner) : "");
  };
  return expand("start");
}

/** What the grammar's texts are made of, for insertions. */
export function tokensOf(grammar: Grammar): readonly string[] {
  return [...new Set(Object.values(grammar).flat().flatMap((alternative) => alternative.split(/«\w+»/)).filter((token) => token !== ""))];
}
