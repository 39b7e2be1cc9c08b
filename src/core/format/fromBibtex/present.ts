/** The properties that have a value. */
export function present<T>(properties: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(properties).flatMap(([name, value]) => value === undefined || value === "" ? [] : [[name, value]]));
}
