import type { TextRange } from "../../model/textRange";
import { skipSpace, trimEnd } from "../bibtex/bibtexScanner";
import { TextLines } from "./textLines";
import { keepShapeOf } from "../../shapes";

/** The beginning of a field: `AU  - Doe, Jane`, `%A Doe, Jane`. */
export interface TagPlace {
  readonly tag: string;
  readonly start: number;
  /** Behind the tag and what separates it from its value. */
  readonly valueStart: number;
}

/** A field with the lines that continue it, each without white space around it; none is empty. */
export interface TaggedField extends TagPlace {
  readonly lines: readonly string[];
}

/** What a tag means to the record before it. */
export type TagRole = "begins" | "continues" | "ends";

/** How a format of tagged lines is told: which lines bear a tag, and where a record begins and ends. */
export interface TaggedSyntax {
  /** The tag of the line from `start` to `end`; `undefined` where the line continues the field above it. */
  readonly readTag: (text: string, start: number, end: number) => TagPlace | undefined;
  /** `seen` are the tags of the open record; there is none where it is `undefined`. */
  readonly roleOf: (tag: string, seen: ReadonlySet<string> | undefined, isAfterBlankLine: boolean) => TagRole;
}

/** A file of tagged lines. */
export class TaggedText {
  readonly lines: TextLines;

  constructor(readonly text: string, readonly syntax: TaggedSyntax) {
    this.lines = new TextLines(text);
  }

  /** The fields of a record in order; those named alone, where any are. */
  fields(record: TextRange, wanted?: ReadonlySet<string>): TaggedFields {
    const { lines, text, syntax } = this;
    const fields: (TaggedField & { readonly lines: string[] })[] = [];
    let isWanted = false;
    for (let { start } = record; start < record.end;) {
      const end = lines.endOf(start);
      const place = syntax.readTag(text, start, end);
      if (place !== undefined) {
        isWanted = wanted?.has(place.tag) ?? true;
        if (isWanted) fields.push({ tag: place.tag, start: place.start, valueStart: place.valueStart, lines: linesOf(text, place.valueStart, end) });
      } else if (isWanted) {
        fields.at(-1)?.lines.push(...linesOf(text, start, end));
      }
      start = lines.after(end);
    }
    return new TaggedFields(fields);
  }
}

/** The lines of one record by their offsets; fields are read when they are asked for. */
export class TaggedRecord {
  constructor(
    readonly source: TaggedText,
    readonly firstTag: TagPlace,
    readonly end: number,
    /** Whether a tag closed it, as opposed to the next record or the end of the text. */
    readonly isClosed: boolean,
  ) {}

  get text(): string {
    return this.source.text;
  }

  get range(): TextRange {
    return { start: this.firstTag.start, end: this.end };
  }

  /** The first line that bears a tag. */
  get firstLine(): TextRange {
    const { start } = this.firstTag;
    return { start, end: trimEnd(this.text, start, this.source.lines.endOf(start)) };
  }

  /** The value of the first line, as far as it stands there. */
  get firstValue(): string {
    const { valueStart } = this.firstTag;
    return this.text.slice(valueStart, this.source.lines.endOf(valueStart)).trim();
  }

  /** The fields in order; those named alone, where any are. */
  fields(wanted?: ReadonlySet<string>): TaggedFields {
    return this.source.fields(this.range, wanted);
  }
}

function linesOf(text: string, start: number, end: number): string[] {
  const line = text.slice(start, end).trim();
  return line === "" ? [] : [line];
}

/** The fields of one record, by tag. */
export class TaggedFields {
  readonly #byTag = new Map<string, TaggedField[]>();

  constructor(readonly list: readonly TaggedField[]) {
    for (const field of list) {
      const known = this.#byTag.get(field.tag);
      if (known === undefined) this.#byTag.set(field.tag, [field]);
      else known.push(field);
    }
  }

  /** The first value there is, in the order of the tags given. */
  text(...tags: readonly string[]): string | undefined {
    const field = this.field(...tags);
    return field && valueOf(field);
  }

  /** The first field with a value, in the order of the tags given. */
  field(...tags: readonly string[]): TaggedField | undefined {
    for (const tag of tags) {
      const found = this.#byTag.get(tag)?.find(({ lines }) => lines.length > 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Every value, tag by tag. */
  texts(...tags: readonly string[]): readonly string[] {
    const fields = this.#all(tags);
    return fields.length === 0 ? none : fields.map(valueOf).filter((value) => value !== "");
  }

  /** Every line of every value, tag by tag: some programs write a list with a line for each of its members. */
  lines(...tags: readonly string[]): readonly string[] {
    const fields = this.#all(tags);
    return fields.length === 0 ? none : fields.flatMap(({ lines }) => lines.map(plainText));
  }

  has(...tags: readonly string[]): boolean {
    return this.field(...tags) !== undefined;
  }

  /** Most records have most tags never or under one name. */
  #all(tags: readonly string[]): readonly TaggedField[] {
    const found: (readonly TaggedField[])[] = [];
    for (const tag of tags) {
      const fields = this.#byTag.get(tag);
      if (fields !== undefined) found.push(fields);
    }
    const [first = noFields] = found;
    return found.length > 1 ? found.flat() : first;
  }
}

const none: readonly never[] = [];
const noFields: readonly TaggedField[] = none;

function valueOf({ lines }: TaggedField): string {
  return plainText(lines.length === 1 ? lines[0] ?? "" : lines.join(" "));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: " ", ndash: "–", mdash: "—" };

/** What is not a single space between words. */
const otherSpace = /[^\S ]| {2}/;

/** One line of text; entities of HTML, which databases leave in their exports, are letters again. */
function plainText(text: string): string {
  const line = otherSpace.test(text) ? text.replace(/\s+/g, " ") : text;
  if (!line.includes("&")) return line;
  return line.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] ?? entity : entity;
    const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : entity;
  });
}

interface OpenRecord {
  readonly first: TagPlace;
  readonly seen: Set<string>;
  end: number;
}

/** Cuts a text into records, in one pass. Lines outside of records are no part of any. */
export function* scanRecords(source: TaggedText): Generator<TaggedRecord> {
  const { text, lines, syntax } = source;
  const closed = ({ first, end }: OpenRecord, isClosed: boolean): TaggedRecord => new TaggedRecord(source, first, end, isClosed);
  let open: OpenRecord | undefined;
  let isAfterBlankLine = false;
  for (let start = 0; start < text.length;) {
    const end = lines.endOf(start);
    const place = syntax.readTag(text, start, end);
    const isBlank = place === undefined && skipSpace(text, start, end) === end;
    const role = place && syntax.roleOf(place.tag, open?.seen, isAfterBlankLine);
    if (role === "begins" && open !== undefined) {
      yield closed(open, false);
      open = undefined;
    }
    if (place !== undefined) {
      if (role !== "ends") open ??= { first: place, seen: new Set(), end };
      open?.seen.add(place.tag);
    }
    if (open !== undefined && !isBlank) open.end = trimEnd(text, open.first.start, end);
    if (role === "ends" && open !== undefined) {
      yield closed(open, true);
      open = undefined;
    }
    isAfterBlankLine = isBlank;
    start = lines.after(end);
  }
  if (open !== undefined) yield closed(open, false);
}

keepShapeOf(new TaggedFields([]));
