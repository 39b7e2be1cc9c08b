import type { ProblemCode } from "../../core/model/problem";

/** What a code means, for programs that list the rules of a checker. */
export interface Rule {
  /** Half a sentence. */
  readonly name: string;
  readonly help: string;
}

export const rules: Readonly<Record<ProblemCode, Rule>> = {
  "unknown-key": { name: "A citation key that no source has", help: "Correct the key, or add the source to a bibliography of the document." },
  "duplicate-key": { name: "A key that several entries of a bibliography have", help: "Merge the entries, or give one of them another key. The first one counts until then." },
  "missing-bibliography": { name: "A declared bibliography that cannot be read", help: "Correct the path, or create the file." },
  syntax: { name: "Text that cannot be read as it is written", help: "Mend what the message names; what is sound around it is read all the same." },
  "missing-field": { name: "An entry without something that every style prints", help: "Add the field, or choose another type for the entry." },
  "not-declared": { name: "A source that the document does not declare", help: "Add the source to the document's bibliography, or declare the bibliography that has it." },
  unused: { name: "An entry that no document cites", help: "Cite the source, or remove the entry." },
  circular: { name: "An entry that takes its fields from itself", help: "Remove the field that closes the circle." },
};
