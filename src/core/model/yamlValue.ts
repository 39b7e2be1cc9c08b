/** What a document in YAML holds, scalars as they are written: `1.10` stays what it is, and `no` is a word. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<unknown, YamlValue>;
