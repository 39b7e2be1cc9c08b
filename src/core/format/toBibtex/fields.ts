import { cslToLatex } from "./latexText";

/** Fields with their values, delimiters included. */
export type Fields = Readonly<Record<string, string>>;

/** A field in braces, or none where there is no text. */
export function fieldOf(name: string, text: string | undefined, write: (text: string) => string = cslToLatex): Fields {
  return text === undefined ? {} : { [name]: `{${write(text)}}` };
}

/** A list of one: without braces of its own an `and` in it would part it. */
export function listValue(text: string): string {
  const latex = cslToLatex(text);
  return /\band\b/i.test(text) ? `{${latex}}` : latex;
}
