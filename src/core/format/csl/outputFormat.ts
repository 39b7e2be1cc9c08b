import { Output, type Decoration, type OutputFormat } from "citeproc";
import { escapeMarks, marked, type Mark } from "../markup/marks";
import { namesMark } from "./nameMarks";
import { numberMark } from "./numberMarks";

/** The name by which the processor knows our output format. */
export const outputFormat = "sourcebook";

/** Stands around the id of an item before its entry, because the processor leaves entries without text out of its list. */
export const entryMark = "\ufded";

function mark(name: Mark): Decoration {
  return (_state, text) => marked(name, text);
}

function between(char: string): Decoration {
  return (_state, text) => char + text + char;
}

const keep: Decoration = (_state, text) => text;

function quotes(opening: string, closing: string, alone: string): Decoration {
  return (state, text: string | undefined) => text === undefined ? alone || state.getTerm(opening) : state.getTerm(opening) + text + state.getTerm(closing);
}

const format: OutputFormat & Readonly<Record<string, unknown>> = {
  text_escape: (text: string | undefined) => escapeMarks(text ?? ""),
  bibstart: "",
  bibend: "",
  "@passthrough/true": keep,
  "@font-style/italic": mark("italic"),
  "@font-style/oblique": mark("italic"),
  "@font-style/normal": mark("upright"),
  "@font-variant/small-caps": mark("smallCaps"),
  "@font-variant/normal": mark("noSmallCaps"),
  "@font-weight/bold": mark("bold"),
  "@font-weight/normal": mark("regular"),
  "@font-weight/light": false,
  "@text-decoration/none": mark("noUnderline"),
  "@text-decoration/underline": mark("underline"),
  "@vertical-align/baseline": false,
  "@vertical-align/sup": mark("sup"),
  "@vertical-align/sub": mark("sub"),
  "@text-decoration/names": between(namesMark),
  "@text-decoration/number": between(numberMark),
  "@strip-periods/true": keep,
  "@strip-periods/false": keep,
  "@quotes/true": quotes("open-quote", "close-quote", ""),
  // an apostrophe, as the processor's own formats have it
  "@quotes/inner": quotes("open-inner-quote", "close-inner-quote", "’"),
  "@quotes/false": false,
  "@cite/entry": keep,
  "@bibliography/entry": function (this: { readonly system_id?: string }, _state, text) {
    return `${entryMark}${this.system_id ?? ""}${entryMark}${text}`;
  },
  "@display/block": mark("block"),
  "@display/left-margin": mark("leftMargin"),
  "@display/right-inline": mark("rightInline"),
  "@display/indent": mark("indent"),
  "@showid/true": keep,
  "@URL/true": mark("link"),
  "@DOI/true": mark("link"),
};

Output.Formats[outputFormat] = format;
