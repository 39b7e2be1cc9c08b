/** Names of the months in languages that bibliographies are written in, as far as it takes to tell them apart; in the order of the year. */
const stems: readonly string[] = [
  "jan gen ene janv янв", "feb fév fev фев", "mar mär mrt мар", "apr avr abr апр", "may mai mei mag maj май мая", "jun juin giu июн",
  "jul juil lug июл", "aug aoû aou ago авг", "sep set сен", "oct okt ott out окт", "nov ноя", "dec dez déc dic дек",
];

const months: readonly (readonly [stem: string, month: number])[] = stems.flatMap((names, index) => names.split(" ").map((stem) => [stem, index + 1] as const))
  .sort(([a], [b]) => b.length - a.length);

const seasons: readonly (readonly [stem: string, season: number])[] = [["spring", 1], ["summer", 2], ["autumn", 3], ["fall", 3], ["winter", 4]];

/** The month a word names (`jan`, `January`, `Sept.`, `Mai`), or `undefined`. */
export function monthOf(word: string): number | undefined {
  const folded = word.toLowerCase();
  return months.find(([stem]) => folded.startsWith(stem))?.[1];
}

/** The season a word names, counted from spring as CSL does, or `undefined`. */
export function seasonOf(word: string): number | undefined {
  return seasons.find(([stem]) => word.toLowerCase().startsWith(stem))?.[1];
}
