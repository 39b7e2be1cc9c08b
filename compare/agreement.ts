import { comparedStyles, sampleCase } from "./cases";
import { printByPandoc, type Printed } from "./pandoc";
import { printHere, styleForPandoc } from "./sourcebook";

/** What Pandoc prints, where Sourcebook prints the same; `null` where they differ. */
export interface Agreement {
  readonly citations: readonly (string | null)[];
  readonly references: Readonly<Record<string, string | null>>;
}

/** `agreement.json`, which a unit test holds Sourcebook to. */
export interface AgreementFile {
  readonly pandoc: string;
  readonly styles: Readonly<Record<string, Agreement>>;
}

export const agreementPath = "test/fixtures/references/agreement.json";

export async function makeAgreement(pandoc: string): Promise<AgreementFile> {
  const styles: Record<string, Agreement> = {};
  for (const style of comparedStyles) styles[style] = await agreed(style);
  return { pandoc, styles };
}

async function agreed(style: string): Promise<Agreement> {
  const { text, items } = sampleCase(style);
  const [own, theirs] = [await printHere(text, items, style), printByPandoc(text, items, await styleForPandoc(style, text))];
  const byKey = new Map(theirs.references.map(([key, reference]) => [key, withoutNumber(reference, style)]));
  return {
    citations: own.citations.map((citation, index) => citation === theirs.citations[index] ? citation : null),
    references: Object.fromEntries(own.references.map(([key, reference]) => {
      const text = withoutNumber(reference, style);
      return [key, text === byKey.get(key) ? text : null];
    })),
  };
}

/** What is printed as far as it is agreed on. */
export function asAgreed({ citations, references }: Printed, agreement: Agreement, style: string): Agreement {
  return {
    citations: citations.map((text, index) => agreement.citations[index] === null ? null : text),
    references: Object.fromEntries(references.map(([key, text]) => [key, agreement.references[key] === null ? null : withoutNumber(text, style)])),
  };
}

/** The numbers of a list that Pandoc sorts otherwise are others, too. */
function withoutNumber(text: string, style: string): string {
  return style === "gost-r-7-0-5-2008" ? text.replace(/^\d+\. /, "") : text;
}
