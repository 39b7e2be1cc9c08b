/** Characters that end a key or upset BibTeX and biber inside one. */
const impossible = /[\s"#%'(),={}~\\@\u0000-\u001f]+/g;

/** The keys under which items are written: their ids as they are, but for what BibTeX cannot read in a key. No key is given twice for that. */
export function bibtexKeys(ids: readonly string[]): readonly string[] {
  const taken = new Set(ids);
  const numbers = new Map<string, number>();
  return ids.map((id) => {
    const possible = id.replace(impossible, "_");
    if (possible === id && id !== "") return id;
    const base = possible.replace(/^_+|_+$/g, "") || "source";
    let key = base;
    for (let number = numbers.get(base) ?? 1; taken.has(key); number++) {
      key = `${base}-${number + 1}`;
      numbers.set(base, number + 1);
    }
    taken.add(key);
    return key;
  });
}
