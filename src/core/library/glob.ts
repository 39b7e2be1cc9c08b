/** Any number of characters in a name, or of folders in a path. */
const many = null;

type Pattern<T extends object> = readonly (T | typeof many)[];
type FitsChar = (char: string) => boolean;

/** Nobody writes longer patterns, nor any that come to more without their braces; these match nothing. */
const longestPattern = 1000;
const mostAlternatives = 1000;

export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * Tells which paths a pattern means: `*` and `?` within a name, `**` for folders, `[a-z]`, `[!a]`, `{a,b}`; all else is meant as it is written. What begins
 * with a dot is matched by a dot alone. Takes steps in proportion to the pattern times the path, whatever either holds.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const alternatives = withoutBraces(pattern).map((written) => written.split("/").map(readName));
  return (path) => {
    const names = path.split("/").map((name) => Array.from(name));
    return alternatives.some((wanted) => matches(wanted, names, matchesName, (name) => name[0] !== "."));
  };
}

/** Of several places where `many` may end, the first one is as good as any: what has fitted once need not be tried again. */
function matches<T extends object, V>(pattern: Pattern<T>, values: readonly V[], fits: (wanted: T, value: V) => boolean, mayBeAny: (value: V) => boolean): boolean {
  let at = 0;
  let restart: { at: number; place: number } | undefined;
  for (let place = 0; place < values.length;) {
    const [wanted, value] = [pattern[at], values[place] as V];
    if (wanted === many) restart = { at: ++at, place };
    else if (wanted !== undefined && fits(wanted, value)) [at, place] = [at + 1, place + 1];
    else if (restart !== undefined && mayBeAny(values[restart.place] as V)) {
      place = ++restart.place;
      ({ at } = restart);
    } else return false;
  }
  return pattern.slice(at).every((rest) => rest === many);
}

interface NamePattern {
  readonly chars: Pattern<FitsChar>;
  readonly takesHidden: boolean;
}

function matchesName({ chars, takesHidden }: NamePattern, name: readonly string[]): boolean {
  return (takesHidden || name[0] !== ".") && matches(chars, name, (fits, char) => fits(char), () => true);
}

function readName(written: string): NamePattern | typeof many {
  if (written === "**") return many;
  const parts = written.match(/\*+|\[[!^]?\]?[^\]]{0,999}\]|[^]/gu) ?? [];
  return { chars: parts.map(readPart), takesHidden: written.startsWith(".") };
}

function readPart(part: string): FitsChar | typeof many {
  if (part.startsWith("*")) return many;
  if (part === "?") return () => true;
  return part.length > 1 && part.startsWith("[") ? readClass(part) : (char) => char === part;
}

/** `[abc]`, `[a-z]`, `[!a]` */
function readClass(part: string): FitsChar {
  const [, not = "", inside = ""] = /^\[([!^]?)([^]{0,1000})\]$/u.exec(part) ?? [];
  const ranges = (inside.match(/[^]-[^]|[^]/gu) ?? []).map((range) => Array.from(range)).map(([first = "", , last = first]) => [first, last] as const);
  return (char) => ranges.some(([first, last]) => char >= first && char <= last) === (not === "");
}

/** `a{b,c}` is `ab` and `ac`. */
function withoutBraces(pattern: string): readonly string[] {
  if (pattern.length > longestPattern) return [];
  const open = [pattern];
  const done: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [whole, inside = ""] = /\{([^{}]*,[^{}]*)\}/.exec(next) ?? [];
    if (whole === undefined) done.push(next);
    else for (const choice of inside.split(",")) open.push(next.replace(whole, () => choice));
    if (open.length + done.length > mostAlternatives) return [];
  }
  return done;
}
