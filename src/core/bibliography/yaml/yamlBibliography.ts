import type { Bibliography } from "../../model/bibliography";
import type { ItemEntry } from "../itemEntry";

/** A bibliography in YAML, whose entries are found when they are asked for, or in steps before. */
export interface YamlBibliography extends Bibliography {
  readonly prepare: () => Generator<void, readonly ItemEntry[]>;
}
