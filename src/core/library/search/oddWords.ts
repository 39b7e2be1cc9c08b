import { peopleIn } from "../../bibliography/summary";
import { foldWithOthers, type FoldedText } from "../../text/fold";
import { lengthCommands } from "../../text/latexTables";
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
  const inner = withoutOuterBraces(written);
  if (!standsAlone(inner)) return undefined;
  // between full stops, so that it is seen whether it joins what follows, and white space is kept that would be in the whole
  const text = latexToUnicode(`.${inner}.`);
  const word = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith(".") || word !== word.trim()) return undefined;
  const folded = foldWithOthers(word);
  // marks that stand alone fold to nothing but leave the white space around them
  return folded.folded === "" && word !== "" ? undefined : folded;
}

/** A word without the braces before and behind it that match none in it: as they stand beside white space, they print nothing. */
function withoutOuterBraces(word: string): string {
  let [depth, lowest] = [0, 0];
  for (let place = 0; place < word.length; place++) {
    switch (word.charAt(place)) {
      case "{": depth++; break;
      case "}": lowest = Math.min(--depth, lowest); break;
      case "\\": place++; break;
      default:
    }
  }
  const [start, end] = [depth - lowest, word.length + lowest];
  return isAll(word, "{", 0, start) && isAll(word, "}", end, word.length) ? word.slice(start, end) : word;
}

function isAll(text: string, char: string, start: number, end: number): boolean {
  for (let place = start; place < end; place++) {
    if (text.charAt(place) !== char) return false;
  }
  return true;
}

const commandName = /[a-zA-Z]+/y;
/** What may stand behind the name of a command so that the command takes nothing more in. */
const endingCommand = /['.,:;!?/)-]/y;

/** Whether nothing in a word reaches beyond it: braces match, commands with names stand in braces or end in the word, and no quotes or math begin or end. */
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
        if (++place === word.length || (depth === 0 && !endsCommand(word, place))) return false;
        break;
      default:
    }
  }
  return depth === 0;
}

/** Whether the command whose name begins at a place, outside of braces, is followed by something in the word that it takes in no part of. */
function endsCommand(word: string, place: number): boolean {
  commandName.lastIndex = place;
  const [name] = commandName.exec(word) ?? [];
  if (name === undefined) return !"()[]".includes(word.charAt(place));
  endingCommand.lastIndex = commandName.lastIndex;
  return !lengthCommands.has(name) && endingCommand.test(word);
}
