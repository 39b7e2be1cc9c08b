import type { Libraries } from "../../library/libraries";
import type { Source } from "../../library/library";
import { referenceCorpusText } from "../../library/referenceCorpus";

/** The text of an entry as it stands in its bibliography; `undefined` where the source stands in none. */
export async function writtenEntry(libraries: Pick<Libraries, "bibliography">, { entry: { range }, part: { uri, origin, bibliography } }: Source): Promise<string | undefined> {
  if (origin === "corpus") return referenceCorpusText.slice(range.start, range.end);
  if (origin === "document") return undefined;
  const loaded = await libraries.bibliography(uri);
  // A file that has been read again in the meantime has other places.
  return loaded?.bibliography === bibliography ? loaded.text.slice(range.start, range.end) : undefined;
}
