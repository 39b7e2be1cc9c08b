import type { StyleFiles } from "../../ports";
import { LruCache } from "./lruCache";
import { StyleIndex, type Place, type StyleIndexFile } from "./styleIndex";

/** Enough for the pieces of a few styles; a chunk is 64 KB. */
const mostChunks = 24;

/** Reads styles and locales as they are asked for. What could not be read is tried anew the next time. */
export class StyleStore {
  readonly #chunks = new LruCache<Promise<string>>(mostChunks);
  #opened: Promise<OpenedFiles> | undefined;

  constructor(readonly files: StyleFiles) {}

  async index(): Promise<StyleIndex> {
    return (await this.#open()).index;
  }

  /** The XML of a style that depends on no other, by its place in the index. */
  async style(place: number): Promise<string> {
    const { index: { file }, recipes } = await this.#open();
    const numbers = (await recipes())[place] ?? [];
    const pieces = await Promise.all(numbers.map((number) => this.#piece(number, file)));
    return `${pieces.join("")}</style>`;
  }

  /** The XML of a locale that the index names; empty for others. */
  async locale(tag: string): Promise<string> {
    const { index: { file } } = await this.#open();
    const place = Object.hasOwn(file.locales, tag) ? file.locales[tag] : undefined;
    return place === undefined ? "" : this.#text(place);
  }

  async #piece(number: number, { chunks }: StyleIndexFile): Promise<string> {
    const chunk = chunks.findLast(([first]) => first <= number);
    if (chunk === undefined) return "";
    const [first, ...place] = chunk;
    return (await this.#text(place)).split("\n")[number - first] ?? "";
  }

  #text(place: Place): Promise<string> {
    const key = place.join(" ");
    const known = this.#chunks.get(key);
    if (known !== undefined) return known;
    const text = this.#inflate(place);
    this.#chunks.set(key, text);
    text.catch(() => this.#chunks.delete(key));
    return text;
  }

  async #inflate([offset, length]: Place): Promise<string> {
    const { bin } = await this.#open();
    return new TextDecoder().decode(await this.files.inflate(bin.subarray(offset, offset + length)));
  }

  #open(): Promise<OpenedFiles> {
    const opened = this.#opened ?? this.#read();
    opened.catch(() => this.#opened = undefined);
    return this.#opened = opened;
  }

  async #read(): Promise<OpenedFiles> {
    const [json, bin] = await Promise.all([this.files.read("index.json"), this.files.read("styles.bin")]);
    const file = JSON.parse(new TextDecoder().decode(json)) as StyleIndexFile;
    let recipes: Promise<readonly (readonly number[])[]> | undefined;
    return { index: new StyleIndex(file), bin, recipes: () => recipes ??= this.#inflate(file.recipes).then((text) => JSON.parse(text) as readonly (readonly number[])[]) };
  }
}

interface OpenedFiles {
  readonly index: StyleIndex;
  readonly bin: Uint8Array;
  readonly recipes: () => Promise<readonly (readonly number[])[]>;
}
