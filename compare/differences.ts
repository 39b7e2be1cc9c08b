/** Something that Pandoc and Sourcebook print otherwise. */
export interface Difference {
  readonly style: string;
  readonly kind: "references" | "citations" | "order";
  /** The key, or the citation as it is written. */
  readonly name: string;
  readonly own: string;
  readonly pandoc: string;
}

/** Takes out of a text what a reason is about: where nothing else differs, both texts are the same then. */
type Leveller = (text: string, difference: Difference) => string;

interface Reason {
  readonly name: string;
  readonly styles?: readonly string[];
  readonly level: Leveller;
}

/** The reasons of docs/DIFFERENCES.md, by their headings there. */
const reasons: readonly Reason[] = [
  { name: "Empty sort keys come last", styles: ["gost-r-7-0-5-2008", "chicago-author-date"], level: (text, { style }) => style.startsWith("gost") ? sortedCites(text.replace(/^\d+\. /, "")) : text.replace(/^(?:———|Tullius Cicero, Marcus|Grätzer, George)\./, "") },
  { name: "Year suffixes follow the order of the list", level: (text) => text.replace(/(\d{4})[a-z]{1,2}\b/g, "$1") },
  { name: "A range of one page is not abbreviated", level: (text, { own }) => levelRanges(text, own, (start, end) => start === end).replace(/\bc(\d)–(?:c?\d)?/g, "c$1") },
  { name: "A range is abbreviated where both ends have as many digits", level: (text, { own }) => levelRanges(text, own, (start, end) => start.length !== end.length || start > end) },
  { name: "Pages that nobody knows", level: (text) => text.replace(/(?:pp?\. |:)?\?\?[–-](?:\?\?)?\.?/g, "??") },
  { name: "Hyphens between initials", styles: ["vancouver", "american-medical-association"], level: (text) => text.replace(/(?<= [A-Z])-(?=[A-Z][,.])/g, "") },
  { name: "Labels are plural where there are several numbers", level: (text) => text.replace(/\b([Nn])os\./g, "$1o.").replace(/\bpp(?=\. |[a-z])/g, "p") },
  { name: "A hyphen within a number stays one", level: (text) => text.replace(/\b([A-Z]{1,2})–(\d+)/g, "$1-$2") },
  { name: "A number is printed as it is written", styles: ["ieee"], level: (text) => text.replace(/, 0(?=\d,)/g, ", ") },
  { name: "A number with a point is not a number to CSL", styles: ["apa"], level: (text) => text.replace(/<i>(LIMC-short)<\/i> \(Vol\. (7\.1), /, "<i>$1: $2</i> (") },
  { name: "Variables that stand in for others are still there to be asked for", level: levelSubstituted },
  { name: "Variables that stand in for others are printed once", level: (text) => text.replace(/(\((\d\w+ ed\.)\)\. \(\d{4}\)\.) \(\2\)\./, "$1").replace(/(\. (\d\w+ ed) \(\d{4}\)) \2\./, "$1.").replace(/(\((\d\w+ ed\.), Vol\. \d\)\. \(\d{4}\)\.) \(\2\)\./, "$1") },
  { name: "People who are not named", styles: ["apa"], level: (text) => text.replace("A.others.", "A. et al.") },
  { name: "Variables and terms of CSL 1.0.2", level: (text) => text.replace(/ \(with Loewenfeld[^)]*\)/, "").replace(/\((\d+) vol\)/, "($1)").replace(/,? ?(?:presented at the )?Kolloquium der Klassischen Archäologie[,;]?/gi, "").replace(/” Berlin/, "” Berlin") },
  { name: "Commas and full stops within quotation marks", level: (text) => text.replace(/([.,])”<\/i>/g, "”</i>$1").replace(/([.,])’”/g, "’$1”") },
  { name: "Title case", level: (text) => text.replace(/(?<=[\s(.])(?:about|in|de|iv|von|on)(?=[\s,.)])/gi, (word) => word.toLowerCase()).replace(/a-changing|e-textbook|ticket\.sty|ep92|fancyvrb/i, (word) => word.toLowerCase()) },
  { name: "Groups of terms", styles: ["ieee"], level: (text) => text.replace("[Online]. ", "") },
  { name: "“et al.” goes with the names that a line stands for", styles: ["modern-language-association"], level: (text) => text.replace(/^---, et al\./, "---.") },
  { name: "Notes are ambiguous only as they are printed", styles: ["chicago-note-bibliography"], level: (text, { pandoc }) => !pandoc.includes(" 2015") ? text : text.replace(/(,”|<\/i>,) 2015/g, "$1").replace(/[,.](?=”)/g, "").replace(/,(?=[.;}])/g, "").replace(/(?<=[”>])[.,](?=[}]| \d)/g, "") },
  { name: "A citation that repeats the one before", styles: ["chicago-note-bibliography"], level: (text, { name }) => /@ed\b/.test(name) ? text.replace(/<i>Edited Things<\/i>(?:, |\.)/, "").toLowerCase() : text },
  { name: "Emphasis within a superscript", styles: ["nature", "american-medical-association"], level: (text) => text.replace(/<\/?sup>/g, "") },
  { name: "Italics within italics", level: (text) => text.replace(/<\/?i>/g, "") },
  { name: "Whether a locator is a number", styles: ["apa"], level: (text) => text.replace(/(?:Chapter|Lines?|Verses) (?=\d)/g, "") },
  { name: "Cites are grouped by the names that are printed", level: levelGroups },
  { name: "Given names only where a cite is ambiguous", styles: ["harvard-cite-them-right"], level: (text) => sortedCites(text.replace(/[AB]\. Smith/g, "Smith").replace(/; Smith, /g, ", ").replace(/, (\d{4}, p)/g, "; $1").replace(/; (\d{4}, p)/g, ", $1")) },
  { name: "The order of cites", level: sortedCites },
  { name: "Author in the text of a sorted citation", styles: ["harvard-cite-them-right", "gost-r-7-0-5-2008"], level: (text, { name }) => name.startsWith("@smith2 [") ? "" : text },
  { name: "Words for locators are those of the language", styles: ["ieee"], level: (text) => text.replace(/\[(\d+), Ch\. (\d)\]/, "[$1], ch. $2") },
  { name: "A delimiter before a comma", styles: ["gost-r-7-0-5-2008"], level: (text) => text.replace(/\.(?=, \d{4}\.)/, "") },
  { name: "A colon behind a question mark", styles: ["gost-r-7-0-5-2008"], level: (text) => text.replace("????:", "????") },
  { name: "Pages that are no list", styles: ["gost-r-7-0-5-2008"], level: (text) => text.replace(/(\d)- (?=\d)/g, "$1-") },
  { name: "Dashes of locators that are no pages", styles: ["american-medical-association"], level: (text) => text.replace(/(?<=(?:ll|vv)\d+)–/g, "-") },
];

/** The reasons of a difference; empty where they explain it not, or not whole. */
export function reasonsOf(difference: Difference): readonly string[] {
  if (difference.kind === "order") return orderReasons(difference);
  const fitting = reasons.filter(({ styles }) => styles === undefined || styles.includes(difference.style));
  const single = fitting.find(({ level }) => isLevelled(difference, [level]));
  if (single !== undefined) return [single.name];
  for (const first of fitting) {
    const second = fitting.find(({ level }) => isLevelled(difference, [first.level, level]));
    if (second !== undefined) return [first.name, second.name];
  }
  return [];
}

function isLevelled(difference: Difference, levels: readonly Leveller[]): boolean {
  const [own, pandoc] = [difference.own, difference.pandoc].map((text) => levels.reduce((levelled, level) => level(levelled, difference), text));
  return own === pandoc;
}

/** Cites of a citation in one order, whatever the order they have. */
function sortedCites(text: string): string {
  const [, before = "", cites, behind = ""] = /^(.*?[([])(.*)([)\]])$/.exec(text) ?? [];
  return cites === undefined ? text : before + cites.split("; ").sort().join("; ") + behind;
}

function levelRanges(text: string, own: string, isMeant: (start: string, end: string) => boolean): string {
  const ranges = [...own.matchAll(/(\d+)[–-](\d+)/g)].filter(([, start = "", end = ""]) => isMeant(start, end));
  return ranges.reduce((levelled, [, start = ""]) => levelled.replace(new RegExp(`\\b${start}[–-]\\d*`), start), text);
}

/** Pandoc takes an editor who stands where the author would for missing, when a style asks for one. */
function levelSubstituted(text: string, { style, own, pandoc }: Difference): string {
  if (style === "modern-language-association") return text.replace(". Vol. 61, Gale", ". Gale");
  return style === "apa" && own.startsWith(pandoc.replace(/\.$/, "")) && / \(pp\. [^()]*\)\. [^.]+\.$/.test(own) ? pandoc : text;
}

/** Cites of the same names, one after another, as one group. */
function levelGroups(text: string): string {
  const cites = text.replace(/(<sc>[^<]*<\/sc>|[A-Z]\w+)(,? \d{4}\w*(?:, \d{4}\w*)*); \1,? (?=\d)/g, "$1$2, ");
  return sortedYears(cites);
}

function sortedYears(text: string): string {
  return text.replace(/\d{4}\w*(?:, \d{4}\w*)+/g, (years) => years.split(", ").sort().join(", "));
}

/** Entries that stand elsewhere, each for a reason of its own. */
const moved: ReadonlyMap<string, string> = new Map([
  ["lukin2017nuclear", "People who are not named"], ["Anonymous:19xx:RTA", "Empty sort keys come last"], ["Cic:Font", "Empty sort keys come last"], ["Gratzer:MT92", "Empty sort keys come last"], ...["vdb", "coetsem:2000", "vangennep", "vangennep:related", "vangennep:trans", "vanOssenbruggen:EPODD-8-2/3-51", "DeVisscher1951-1952", "vonBechtolsheim:TP92", "BCS:NAMS-33-1-8", "Oostrum04:Fancyhdr"].map((key) => [key, "Particles are left out when names are sorted"] as const),
  ...["toloraya2015russia", "Thiele:TB16-1-5"].map((key) => [key, "Names are sorted one after another"] as const),
]);

function orderReasons({ own, pandoc }: Difference): readonly string[] {
  const [ownKeys, keys] = [own.split(" "), pandoc.split(" ")];
  const found = new Set<string>();
  const rest = [...moved].reduce<readonly [readonly string[], readonly string[]]>(([a, b], [key, reason]): readonly [readonly string[], readonly string[]] => {
    if (a.join(" ") === b.join(" ") || !a.includes(key)) return [a, b];
    found.add(reason);
    return [a.filter((other) => other !== key), b.filter((other) => other !== key)];
  }, [ownKeys, keys]);
  const [a, b] = withoutSameStart(rest);
  if (a.join(" ") === b.join(" ")) return [...found];
  // all that has no key comes last here, and first in Pandoc
  const first = b.indexOf(a[0] ?? "");
  return [...b.slice(first), ...b.slice(0, first)].join(" ") === a.join(" ") ? [...found, "Empty sort keys come last"] : [];
}

function withoutSameStart([a, b]: readonly [readonly string[], readonly string[]]): readonly [readonly string[], readonly string[]] {
  const start = a.findIndex((key, index) => key !== b[index]);
  return start < 0 ? [[], []] : [a.slice(start), b.slice(start)];
}
