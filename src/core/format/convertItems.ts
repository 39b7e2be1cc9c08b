import type { CslItem } from "../model/cslItem";
import type { ConversionTarget } from "../ports";
import { writeCslYaml } from "./cslYaml";
import { writeRis } from "./ris";
import { writeBibtex } from "./toBibtex/writeBibtex";

/** A bibliography of the items, in their order. */
export function convertItems(items: readonly CslItem[], target: ConversionTarget): string {
  switch (target) {
    case "bibtex":
    case "biblatex": return writeBibtex(items, target);
    case "csl-json": return `${JSON.stringify(items, undefined, 2)}\n`;
    case "csl-yaml": return writeCslYaml(items);
    case "ris": return writeRis(items);
  }
}
