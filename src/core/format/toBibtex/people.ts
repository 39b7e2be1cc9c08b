import type { SoundItem } from "../items/soundItem";
import type { Dialect } from "./dialect";
import type { Fields } from "./fields";
import { namesValue } from "./names";

/** Fields of names, and the variables that they come from. */
const variables: readonly (readonly [field: string, variable: string])[] = [
  ["author", "author"], ["bookauthor", "container-author"], ["editor", "editor"], ["translator", "translator"], ["serieseditor", "collection-editor"], ["composer", "composer"],
  ["director", "director"], ["illustrator", "illustrator"], ["interviewer", "interviewer"], ["recipient", "recipient"],
];

/** Roles that BibLaTeX has as types of editors. */
const roles: readonly (readonly [role: string, variable: string])[] = [["compiler", "compiler"], ["organizer", "organizer"], ["collaborator", "contributor"]];

/** The people of an item. citation-js gives the name of a body several parts, and loses suffixes and dropped particles. */
export function peopleFields({ names }: SoundItem, dialect: Dialect): Fields {
  const fields = variables.flatMap(([field, variable]) => {
    const list = names.get(variable);
    return list === undefined ? [] : [[field, `{${namesValue(list, dialect)}}`] as const];
  });
  const typed = roles.filter(([, variable]) => names.has(variable)).flatMap(([role, variable], index) => {
    const field = `editor${"abc".charAt(index)}`;
    return [[field, `{${namesValue(names.get(variable) ?? [], dialect)}}`], [`${field}type`, `{${role}}`]] as const;
  });
  return Object.fromEntries([...fields, ...typed]);
}
