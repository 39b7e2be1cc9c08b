/** What manuals and templates write where a writer will put a name: `...`, `<key>`, `‹key›`, and a variable of Pandoc's templates, `$bibliography$`. */
const placeholder = /^(?:\.{2,}|\u2026|<.*>|\u2039.*\u203a|\$.*\$)$/s;

export function isPlaceholder(name: string): boolean {
  return placeholder.test(name.trim());
}
