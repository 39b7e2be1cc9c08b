import type { YamlMap, YamlValue } from "../../model/yamlValue";

export type { YamlMap, YamlValue };

export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

export function isYamlList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

const nothing: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);

/** The text of a scalar; `undefined` for none, a list or a map. */
export function yamlText(value: YamlValue | undefined): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value !== "string" || nothing.has(value) ? undefined : value;
}

/** A list, or the one value that stands for a list. */
export function yamlList(value: YamlValue | undefined): readonly YamlValue[] {
  if (isYamlList(value)) return value;
  return value === undefined || value === null || value === "" ? [] : [value];
}
