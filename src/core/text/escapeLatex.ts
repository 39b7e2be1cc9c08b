const special = /[\\{}$&#%_^~<>|"`\u00a0]/g;

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}",
  "|": "\\textbar{}", '"': "\\textquotedbl{}", "`": "\\textasciigrave{}", "\u00a0": "~",
};

/** Text from files as LaTeX that prints exactly this text on one line. */
export function escapeLatex(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "").replace(special, (char) => escapes[char] ?? `\\${char}`);
}
