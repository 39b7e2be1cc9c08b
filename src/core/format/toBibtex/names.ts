import type { CslName } from "../../model/cslItem";
import { parseName, splitNames } from "../../bibliography/bibtex/names";
import { latexToUnicode } from "../../text/latexText";
import { isOthers } from "../items/soundItem";
import type { Dialect } from "./dialect";
import { escapeBibtex } from "./latexText";

/** Names as BibTeX parts them: with `and`, each as `von Last, Jr, First`. */
export function namesValue(names: readonly CslName[], dialect: Dialect): string {
  return names.map((name, index) => isOthers(name) && index === names.length - 1 ? "others" : nameValue(name, dialect)).join(" and ");
}

function nameValue(name: CslName, dialect: Dialect): string {
  const { literal, family = "", given = "", suffix = "", "dropping-particle": dropped = "", "non-dropping-particle": kept = "" } = name;
  if (family === "" && given === "") return `{${escapeBibtex(literal ?? "")}}`;
  const particle = [dropped, kept].filter((part) => part !== "").join(" ");
  const parts = { family, given, suffix, prefix: particle };
  const classic = classicName(parts);
  if (family !== "" && dropped === "" && isReadAs(classic, parts)) return classic;
  if (dialect === "biblatex") return extendedName(parts, dropped !== "");
  const last = [particle, family].filter((part) => part !== "").join(" ");
  return last === "" ? `{${escapeBibtex(given)}}` : classicName({ ...parts, family: "", prefix: `{${escapeBibtex(last)}}` });
}

interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly suffix: string;
  readonly prefix: string;
}

/** `von Last, Jr, First` */
function classicName({ family, given, suffix, prefix }: NameParts): string {
  const last = [prefix, protect(family)].filter((part) => part !== "").join(" ");
  return [last, ...suffix === "" ? [] : [protect(suffix)], ...given === "" && suffix === "" ? [] : [protect(given)]].join(", ");
}

/** Braces around what would be taken for more than one part. */
function protect(part: string): string {
  const escaped = escapeBibtex(part);
  return /,|\band\b/i.test(part) || (/^\p{Ll}/u.test(part) && /\s/.test(part)) ? `{${escaped}}` : escaped;
}

/** Whether reading a name gives the parts that it was made of. */
function isReadAs(written: string, parts: NameParts): boolean {
  if (splitNames(`a and ${written}`)[1] !== written.trim() || (written.startsWith("{") && written.endsWith("}"))) return false;
  const read = parseName(written);
  return (["family", "given", "suffix", "prefix"] as const).every((part) => latexToUnicode(read[part]) === parts[part].normalize("NFC"));
}

/** BibLaTeX's extended name format (manual, 3.4), for what the classic one cannot say. */
function extendedName(parts: NameParts, isDropped: boolean): string {
  const written = (["family", "given", "prefix", "suffix"] as const).filter((part) => parts[part] !== "").map((part) => `${part}={${escapeBibtex(parts[part])}}`);
  return [...written, ...isDropped ? ["useprefix=false"] : []].join(", ");
}
