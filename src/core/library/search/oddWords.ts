import { peopleIn } from "../../bibliography/summary";
import { foldWithOthers, type FoldedText } from "../../text/fold";
import { latexToUnicode } from "../../text/latexText";

/** What more words and names than these fold to is worked out again: they come again and again, or are rare. */
const mostKept = 5000;
/** Longer ones would keep the file they are cut from in memory. */
const longestKept = 40;

/** What words and names fold to that do not print as they are written, as far as they have come up before. */
export class OddWords {
  readonly #words = new Map<string, FoldedText | undefined>();
  readonly #names = new Map<string, FoldedText>();

  /** A word of a value of BibTeX, white space around it left out; `undefined` where it takes those around it to tell. */
  word(written: string): FoldedText | undefined {
    return remembered(this.#words, written, foldWord);
  }

  /** A name of a list of names: its family. */
  name(written: string): FoldedText {
    return remembered(this.#names, written, (name) => foldWithOthers(peopleIn(name).join(" ")));
  }
}

function remembered<T>(known: Map<string, T>, written: string, find: (written: string) => T): T {
  const before = known.get(written);
  if (before !== undefined) return before;
  const found = find(written);
  if (known.size >= mostKept) known.clear();
  if (written.length <= longestKept) known.set(written, found);
  return found;
}

function foldWord(written: string): FoldedText | undefined {
  if (!standsAlone(written)) return undefined;
  // between full stops, so that it is seen whether it joins what follows, and white space is kept that would be in the whole
  const text = latexToUnicode(`.${written}.`);
  const word = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith(".") || word !== word.trim()) return undefined;
  const folded = foldWithOthers(word);
  // marks that stand alone fold to nothing but leave the white space around them
  return folded.folded === "" && word !== "" ? undefined : folded;
}

/** Whether nothing in a word reaches beyond it: braces match, commands with names stand in braces, and no quotes or math begin or end. */
function standsAlone(word: string): boolean {
  let depth = 0;
  for (let place = 0; place < word.length; place++) {
    switch (word.charAt(place)) {
      case "{": depth++; break;
      case "}":
        if (--depth < 0) return false;
        break;
      case "$": case "`": return false;
      case "\\":
        if (++place === word.length || (depth === 0 && /[a-zA-Z()[\]]/.test(word.charAt(place)))) return false;
        break;
      default:
    }
  }
  return depth === 0;
}
