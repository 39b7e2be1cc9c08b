import { NameOutput, type Engine } from "citeproc";
import type { CslName } from "../../model/cslItem";
import { isOthers } from "../items/soundItem";
import { othersMark } from "../markup/marks";

/**
 * A last name `others` stands for people who are not named, and is printed as the style abbreviates lists: “et al.”. CSL abbreviates by
 * counting alone, so that a mark goes to the processor in the place of the name.
 */
export function markOthers(names: readonly CslName[]): readonly CslName[] {
  return isOthers(names.at(-1)) ? [...names.slice(0, -1), { family: othersMark }] : names;
}

const { truncatePersonalNameLists, setEtAlParameters } = NameOutput.prototype;

/** Takes the mark off a list of names before it is counted, so that the list is one that is cut short. */
NameOutput.prototype.truncatePersonalNameLists = function (this: NameOutput): void {
  truncatePersonalNameLists.call(this);
  for (const [variable, names] of Object.entries(this.freeters)) {
    if (names.length > 1 && names.at(-1)?.family === othersMark) this.freeters[variable] = names.slice(0, -1);
  }
};

/** A list that was cut short by the mark alone has nobody to name behind an ellipsis. */
NameOutput.prototype.setEtAlParameters = function (this: NameOutput): void {
  setEtAlParameters.call(this);
  for (const [variable, names] of Object.entries(this.freeters)) {
    const spec = this.etal_spec[variable];
    if (spec?.freeters === withLastName && names.length === (this.freeters_count[variable] ?? 0) - 1) spec.freeters = withEtAl;
  }
};

/** How the processor says that a list ends in an ellipsis and the last name, or in “et al.”. */
const [withEtAl, withLastName] = [1, 2];

/** Puts the style's words where the mark is left, beside an organization or by itself, and takes away what would join the last name of a list. */
export function printOthers(text: string, engine: Engine): string {
  if (!text.includes(othersMark)) return text;
  const term = engine.getTerm("et-al");
  const joints = [engine.getTerm("and"), engine.getTerm("and", "symbol"), "&"].map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // marks of the processor may stand between the words, and stay
  const list = new RegExp(`(,?)((?:[\\ufdd0-\\ufddf]|\\s)*)((?:${joints.join("|")})?\\s*)([\\ufdd0-\\ufddf]*)${othersMark}([\\ufdd0-\\ufddf]*)(\\.?)`, "g");
  return text.replace(list, (_whole, comma: string, before: string, joint: string, inside: string, behind: string, period: string) => {
    const space = /\s/.test(before + joint) ? " " : "";
    return `${comma}${before.replace(/\s+/g, "")}${space}${inside}${term}${behind}${term.endsWith(".") ? "" : period}`;
  });
}
