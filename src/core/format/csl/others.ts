import type { Engine } from "citeproc";
import type { CslName } from "../../model/cslItem";
import { isOthers } from "../items/soundItem";
import { othersMark } from "../markup/marks";

/**
 * A last name `others` stands for people who are not named, and is printed as the style abbreviates lists: “et al.”. CSL abbreviates by
 * counting alone, so that a mark goes through the processor in the place of the name.
 */
export function markOthers(names: readonly CslName[]): readonly CslName[] {
  return isOthers(names.at(-1)) ? [...names.slice(0, -1), { family: othersMark }] : names;
}

/** Puts the style's words where the mark is, and takes away what would join the last name of a list. */
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
