/** The properties that have a value; made for each of 400,000 entries, of which most have few. */
export function present<T>(properties: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value !== undefined && value !== "") found[name] = value;
  }
  return found;
}
