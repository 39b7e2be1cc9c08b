import type { SoundItem } from "../items/soundItem";
import type { Dialect } from "./dialect";
import { fieldOf, listValue, type Fields } from "./fields";
import { cslToLatex } from "./latexText";

/** Who published a work and where, under the names that its type wants. */
export function publicationFields({ type, texts }: SoundItem, entryType: string, dialect: Dialect): Fields {
  const body = bodyField(entryType, dialect);
  const place = type === "patent" ? texts.get("jurisdiction") ?? texts.get("publisher-place") : texts.get("publisher-place");
  return {
    ...fieldOf(body, texts.get("publisher"), body === "howpublished" ? cslToLatex : listValue),
    ...fieldOf(dialect === "bibtex" ? "address" : "location", place, listValue),
    ...fieldOf("origpublisher", texts.get("original-publisher"), listValue),
    ...fieldOf("origlocation", texts.get("original-publisher-place"), listValue),
  };
}

function bodyField(entryType: string, dialect: Dialect): string {
  switch (entryType) {
    case "thesis":
    case "report":
    case "techreport": return "institution";
    case "phdthesis":
    case "mastersthesis": return "school";
    case "online": return "organization";
    case "misc":
    case "unpublished":
    case "booklet": return dialect === "bibtex" || entryType !== "misc" ? "howpublished" : "organization";
    default: return "publisher";
  }
}
