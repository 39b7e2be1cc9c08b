/** A list of names cut at the `and` that stands outside braces (BibTeX, “Names”). */
export function splitNames(list: string): readonly string[] {
  const names: string[] = [];
  let start = 0;
  let depth = 0;
  for (let position = 0; position < list.length; position++) {
    const char = list[position];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth <= 0 && isAnd(list, position)) {
      names.push(list.slice(start, position));
      start = position + 4;
      position += 3;
    }
  }
  names.push(list.slice(start));
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

function isAnd(list: string, position: number): boolean {
  return /\s/.test(list.charAt(position)) && list.slice(position + 1, position + 4).toLowerCase() === "and" && /\s/.test(list.charAt(position + 4));
}

/**
 * The family name of one name, still in LaTeX: `von Last, First`, `von Last, Jr, First`, `First von Last`, `{Corporate Author}`, and
 * BibLaTeX's extended `family=…, given=…`. Particles belong to it.
 */
export function familyName(name: string): string {
  const parts = splitOutsideBraces(name, ",");
  const extended = parts.map((part) => /^\s*"?\s*family\s*=\s*(.*?)\s*"?\s*$/s.exec(part)?.[1]).find((family) => family !== undefined);
  if (extended !== undefined) return extended;
  if (parts.length > 1) return (parts[0] ?? "").trim();
  const words = splitOutsideBraces(name, " ").filter((word) => word !== "");
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word));
  return words.slice(particle > 0 ? particle : -1).join(" ");
}

function splitOutsideBraces(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let position = 0; position < text.length; position++) {
    const char = text.charAt(position);
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth <= 0 && (char === separator || (separator === " " && /[\s~]/.test(char)))) {
      parts.push(text.slice(start, position));
      start = position + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
