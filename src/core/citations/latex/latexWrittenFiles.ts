const fileContents = /\\begin\{filecontents\*?\}\s{0,9}(?:\[[^[\]\n]{0,200}\])?\s{0,9}\{([^{}\n]{1,200})\}/g;

/** Names of the files that a document writes itself, when LaTeX runs (`\begin{filecontents}{refs.bib}`); what is in them is not read. */
export function writtenFiles(text: string): readonly string[] {
  if (!text.includes("{filecontents")) return [];
  return [...text.matchAll(fileContents)].map(([, name = ""]) => name.trim());
}
