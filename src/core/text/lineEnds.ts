/** The line ends of a text: what it has, or a plain newline where it has none. */
export function lineEndOf(text: string): "\r\n" | "\n" {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
