import { Engine, type XmlElement } from "citeproc";
import "./collapse";
import "./etAl";
import "./hyphenatedInitials";
import { markNames } from "./nameMarks";
import { markNumbers } from "./numberMarks";
import { outputFormat } from "./outputFormat";
import { closeSemicolons } from "./printed";
import "./shortNames";
import "./silent";
import "./sortMacros";
import "./stopWords";
import { BrokenStyleError, type LoadedStyle } from "./styles";

/** The processor's words for an item of which the style prints nothing. */
export const nothingPrinted = "[CSL STYLE ERROR: reference with no printed form.]";

/** What an engine is to be able to do: the sort keys of some styles (APA) take ten times as long to build as all else. */
export type EngineTask = "one reference" | "list of references" | "document";

const unsorted: Readonly<Record<EngineTask, readonly string[]>> = {
  "one reference": ["citation", "bibliography"],
  "list of references": ["citation"],
  "document": [],
};

/** The processor for a style in a language, writing in our output format. `retrieveItem` gives items by the ids that it will be told. */
export function createEngine(style: LoadedStyle, task: EngineTask, retrieveItem: (id: string) => object): Engine {
  const xml = style.xml();
  const engine = build(() => new Engine({ retrieveLocale: style.locale, retrieveItem }, forTask(xml, task), style.language, true));
  if (!/"\s+;/.test(JSON.stringify(xml))) closeSemicolons(engine);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.setOutputFormat(outputFormat);
  return engine;
}

function build(create: () => Engine): Engine {
  try {
    return create();
  } catch (error) {
    throw new BrokenStyleError(`the processor cannot read it (${error instanceof Error ? error.message : String(error)}).`, { cause: error });
  }
}

/** The style without the sort keys that a task does not need, and with marks around what is looked for in what it prints. */
function forTask(style: XmlElement, task: EngineTask): XmlElement {
  const children = style.children.map((child) => typeof child === "string" || !unsorted[task].includes(child.name) ? child
    : { ...child, children: child.children.filter((grandchild) => typeof grandchild === "string" || grandchild.name !== "sort") });
  // without a version, which the specification wants, the processor fails
  const sorted = { ...style, attrs: { version: "1.0", ...style.attrs }, children };
  return task === "document" ? markNames(markNumbers(sorted) ?? sorted) : sorted;
}
