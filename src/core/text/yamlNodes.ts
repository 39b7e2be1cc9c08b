import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, visit, type Alias, type Node, type YAMLMap } from "yaml";
import type { YamlValue } from "../model/yamlValue";

/** Values that aliases may repeat in one document; more of them are an attack on memory (“billion laughs”). */
const mostRepeated = 100_000;

/** Plain values of a document's nodes. Aliases are looked up in a table, made in one pass, and what they repeat is made once. */
export class YamlNodes {
  readonly #targets = new Map<Alias, Node>();
  readonly #values = new Map<Node, Sized | undefined>();
  #repeated = 0;

  constructor(contents: unknown) {
    const anchors = new Map<string, Node>();
    if (isNode(contents)) visit(contents, { Node: (_, node) => this.#note(node, anchors) });
  }

  /** What an alias stands for, any other node itself; `undefined` where its anchor is not there. */
  resolve(node: unknown): Node | undefined {
    return isAlias(node) ? this.#targets.get(node) : isNode(node) ? node : undefined;
  }

  /** `undefined` where it holds itself, nests deeper than can be followed, refers to what is not there, or repeats too much. */
  plainValue(node: unknown): YamlValue | undefined {
    try {
      return this.#sized(node)?.value;
    } catch {
      // it is recursive, and the stack is not endless
      return undefined;
    }
  }

  /** An alias means the last node of that name before it. */
  #note(node: Node, anchors: Map<string, Node>): void {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) this.#targets.set(node, target);
    } else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    }
  }

  #sized(node: unknown): Sized | undefined {
    if (isAlias(node)) return this.#repeat(this.resolve(node));
    if (isScalar(node)) return { value: node.value as YamlValue, size: 1 };
    if (!isSeq(node) && !isMap(node)) return node === null ? { value: null, size: 1 } : undefined;
    if (this.#values.has(node)) return this.#values.get(node);
    // as long as it is being made: what holds itself comes upon this
    this.#values.set(node, undefined);
    const made = isSeq(node) ? this.#list(node.items) : this.#map(node);
    this.#values.set(node, made);
    return made;
  }

  #repeat(target: Node | undefined): Sized | undefined {
    const found = this.#sized(target);
    this.#repeated += found?.size ?? 0;
    return this.#repeated > mostRepeated ? undefined : found;
  }

  #list(items: readonly unknown[]): Sized | undefined {
    const values: YamlValue[] = [];
    let size = 1;
    for (const item of items) {
      const found = this.#sized(item);
      if (found === undefined) return undefined;
      values.push(found.value);
      size += found.size;
    }
    return { value: values, size };
  }

  #map({ items }: YAMLMap): Sized | undefined {
    const map = new Map<unknown, YamlValue>();
    let size = 1;
    for (const { key, value } of items) {
      const [name, found] = [this.#sized(key), this.#sized(value)];
      if (name === undefined || found === undefined) return undefined;
      size += name.size + found.size;
      if (isMergeKey(key)) merge(map, found.value);
      else map.set(name.value, found.value);
    }
    return { value: map, size };
  }
}

interface Sized {
  readonly value: YamlValue;
  /** How many values it holds, those counted that are repeated. */
  readonly size: number;
}

/** `<<`, which takes over the pairs of a map, or of several (YAML 1.1, “Merge Key”). */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && (key.type === undefined || key.type === "PLAIN");
}

function merge(map: Map<unknown, YamlValue>, from: YamlValue): void {
  for (const source of Array.isArray(from) ? from as readonly YamlValue[] : [from]) {
    if (!(source instanceof Map)) continue;
    for (const [key, value] of source as ReadonlyMap<unknown, YamlValue>) {
      if (!map.has(key)) map.set(key, value);
    }
  }
}
