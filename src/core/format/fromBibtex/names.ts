import { parseName, splitNames } from "../../bibliography/bibtex/names";
import type { CslName } from "../../model/cslItem";
import { latexToUnicode } from "../../text/latexText";
import type { EntryFields } from "./entryFields";

/** The word that stands for people who are not named (BibTeX's `and others`); as a literal name it is kept in CSL-JSON. */
export const others: CslName = { literal: "others" };

/** CSL variables and the fields that they come from, the first that there is. */
const variables: readonly (readonly [variable: string, ...fields: string[]])[] = [
  ["author", "author"],
  ["container-author", "bookauthor"],
  ["translator", "translator"],
  ["collection-editor", "serieseditor"],
  ["composer", "composer"],
  ["director", "director"],
  ["illustrator", "illustrator"],
  ["interviewer", "interviewer"],
  ["recipient", "recipient"],
];

/** BibLaTeX's roles of editors (manual, 2.3.6) that CSL has variables for. */
const editorRoles: ReadonlyMap<string, string> = new Map([
  ["", "editor"], ["editor", "editor"], ["compiler", "compiler"], ["director", "director"], ["organizer", "organizer"], ["translator", "translator"], ["illustrator", "illustrator"],
]);
/** Those of them that may take the first place; styles print hardly any other. */
const firstRoles: ReadonlySet<string> = new Set(["director", "translator"]);

/** The name variables of an entry. */
export function namesOf(fields: EntryFields): Readonly<Record<string, readonly CslName[]>> {
  const names = new Map<string, readonly CslName[]>();
  const add = (variable: string, value: string | undefined): void => {
    const list = value === undefined ? [] : nameList(value, fields);
    if (list.length > 0) names.set(variable, [...names.get(variable) ?? [], ...list]);
  };
  for (const [variable, ...from] of variables) add(variable, fields.raw(...from));
  if (fields.type === "patent" && !names.has("author")) add("author", fields.raw("holder"));
  const roleOf = (field: string): string => editorRoles.get(fields.plain(`${field}type`)?.toLowerCase() ?? "") ?? "contributor";
  const role = roleOf("editor");
  add(firstRoles.has(role) ? role : "editor", fields.raw("editor"));
  for (const field of ["editora", "editorb", "editorc"]) add(roleOf(field), fields.raw(field));
  return Object.fromEntries(names);
}

function nameList(value: string, fields: EntryFields): readonly CslName[] {
  const usesPrefix = useprefix(fields);
  return splitNames(value).flatMap((name) => toCslName(name, usesPrefix) ?? []);
}

/** BibLaTeX's option `useprefix` of an entry; `undefined` where it says nothing. */
function useprefix(fields: EntryFields): boolean | undefined {
  const found = /(?:^|,)\s*useprefix\s*(?:=\s*(true|false)\s*)?(?:,|$)/i.exec(fields.raw("options") ?? "");
  return found === null ? undefined : found[1]?.toLowerCase() !== "false";
}

/** A name as CSL has it. A prefix belongs to the family name unless the writer says otherwise. */
function toCslName(name: string, usesPrefix: boolean | undefined): CslName | undefined {
  if (/^others$|^et\.? al\.?$/i.test(name)) return others;
  const corporate = insideOfGroup(name);
  if (corporate !== undefined) return defined({ literal: nameText(corporate) });
  const ownPrefix = /(?:^|,)\s*useprefix\s*=\s*"?(true|false)/i.exec(name)?.[1]?.toLowerCase();
  const parts = parseName(name.replace(/(^|,)(\s*useprefix\s*=\s*"?)false/i, "$1$2true"));
  const isDropped = ownPrefix === undefined ? usesPrefix === false : ownPrefix === "false";
  return defined({
    family: nameText(parts.family),
    given: nameText(parts.given),
    [isDropped ? "dropping-particle" : "non-dropping-particle"]: nameText(parts.prefix),
    suffix: nameText(parts.suffix),
  });
}

function nameText(latex: string): string {
  return latexToUnicode(latex).replaceAll("\u00a0", " ");
}

/** The name without its empty parts; `undefined` where nothing is left. */
function defined(name: CslName): CslName | undefined {
  const parts = Object.entries(name).filter(([, text]) => text !== "");
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** What a pair of braces around the whole name holds: the name of a body, which has no parts. */
function insideOfGroup(name: string): string | undefined {
  if (!name.startsWith("{") || !name.endsWith("}")) return undefined;
  let depth = 0;
  for (let position = 0; position < name.length - 1; position++) {
    const char = name.charAt(position);
    if (char === "\\") position++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return undefined;
  }
  return name.slice(1, -1);
}
