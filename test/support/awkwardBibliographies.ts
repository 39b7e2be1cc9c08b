import fc from "fast-check";
import { awkwardWords, lineEnds, withLineEnds, withMixedLineEnds } from "./awkwardTexts";
import { bibtexText } from "./bibtexTexts";

const key = fc.constantFrom("a", "b", "C2001", "doe:1", "__proto__", "constructor", "k-9");
const text = (pattern: (key: string, words: string) => string): fc.Arbitrary<string> => fc.tuple(key, awkwardWords).map(([id, words]) => pattern(id, words));

const bibEntry = fc.oneof(
  text((id, words) => `@book{${id}, title = {T ${words}}}`), text((id, words) => `@misc{${id},\n\tauthor = "${words}",\n\tyear = 2001\n}`), text((id) => `@article{${id},}`), text((id) => `@book(${id}, x = {1})`),
);
const bibBetween = fc.constantFrom("", "\n", "\n\n", " % note\n", "\n% note @ x\n", "\n@comment{ x\n\n y }\n", "\n@string{m = \"M\"}\n", "\n@preamble{\"p\"}\n", "\n  \n", "words\n", "\t");

const jsonItem = fc.oneof(
  text((id, words) => `{"id": "${id}", "type": "book", "title": ${JSON.stringify(words)}}`), text((id, words) => `{\n    "id": "${id}",\n    "type": "book",\n    "note": ${JSON.stringify(`]}${words}`)}\n  }`),
  text((id) => `{"id": "${id}", "type": "book", "author": [{"family": "F"}]}`),
);
const jsonFrame = fc.constantFrom<readonly [string, string]>(["[", "]"], ["[\n  ", "\n]\n"], ["{\"items\": [", "], \"collections\": [{\"name\": \"]\"}, {\"x\": 1}]}"], ["{\n\"a\": {\"items\": [1]}, \"items\": [\n", "\n]\n}\n"], ["[", ",]"], ["[", "\n\n"], ["\ufeff[", "] "]);

const yamlItem = fc.oneof(
  text((id, words) => `- id: ${id}\n  type: book\n  title: ${JSON.stringify(words)}\n`), text((id) => `- id: "${id}"\n  author:\n  - family: F\n    given: G\n  note: |\n    lines\n\n    more\n`),
  text((id) => `-   type: book # a comment\n    id: ${id}\n`), text((id) => `- id: ${id}\n  abstract: >+\n    kept\n\n\n`), text((id) => `- {id: ${id}, type: book}\n`),
);
const yamlFrame = fc.constantFrom<readonly [string, string]>(["references:\n", ""], ["---\nreferences:\n", "---\n"], ["# mine\nreferences:\n", "\nother:\n  - type: x\n"], ["", ""], ["nocite:\n  - type: y\nreferences:\n", "...\n"], ["references: # list\n", "# end"]);

const risRecord = fc.oneof(text((id, words) => `TY  - BOOK\nID  - ${id}\nTI  - T ${words.replace(/[\u2028]/g, "")}\nER  - \n`), text((id) => `TY  - JOUR\nID  - ${id}\nER  -\n`), text((id) => `TY  - BOOK\nID  - ${id}\nN1  - open\n`));

const joined = (items: fc.Arbitrary<string>, separator: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.tuple(items, separator), { maxLength: 4 }).map((all) => all.map((pair) => pair.join("")).join(""));

/** Bibliographies by format, with anything that real files have around their entries, in the line ends of one kind. */
const writtenAs: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "r.bib": fc.oneof(joined(bibEntry, bibBetween), fc.tuple(bibBetween, joined(bibEntry, bibBetween)).map((pair) => pair.join("")), bibtexText.map((all) => all.replace(/\r\n?/g, "\n"))),
  "r.json": fc.tuple(jsonFrame, fc.array(jsonItem, { maxLength: 3 }), fc.constantFrom(", ", ",\n  ", "\n,\n")).map(([[open, close], items, comma]) => `${open}${items.join(comma)}${close}`),
  "r.yaml": fc.tuple(yamlFrame, fc.array(yamlItem, { maxLength: 3 }), fc.constantFrom("", "  ")).map(([[open, close], items, indent]) =>
    `${open}${items.join("").replace(/^(?=.)/gm, indent)}${close}`),
  "r.ris": joined(risRecord, fc.constantFrom("", "\n", "\n\n", "words\n")),
};

export const bibliographyNames = Object.keys(writtenAs);

export interface AwkwardText {
  readonly text: string;
  /** Where all line ends are of one kind. */
  readonly lineEnd?: string;
}

/** A bibliography of a format with line ends of one kind, or of several. */
export function awkwardBibliography(name: string): fc.Arbitrary<AwkwardText> {
  const written = writtenAs[name] ?? fc.constant("");
  const end = fc.constantFrom("", "\n", "\n\n", "  ", "\n \t");
  return fc.tuple(written, end, fc.constantFrom(...lineEnds), fc.array(fc.nat(2), { maxLength: 5 })).map(([body, tail, lineEnd, kinds]) =>
    kinds.length < 3 ? { text: withLineEnds(body + tail, lineEnd), lineEnd } : { text: withMixedLineEnds(body + tail, kinds) });
}
