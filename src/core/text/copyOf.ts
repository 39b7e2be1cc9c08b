/** A text of its own. A part of a long text keeps all of that in memory; what is kept while texts come and go must not. */
export function copyOf(text: string): string {
  return text.split("").join("");
}
