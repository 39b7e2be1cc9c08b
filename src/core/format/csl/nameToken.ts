import type { NameOutput } from "citeproc";

/** Runs a task while names are to be set in another way. */
export function withName<T>(output: NameOutput, changes: Partial<NameOutput["name"]>, task: () => T): T {
  const { name } = output;
  output.name = Object.assign(Object.create(Object.getPrototypeOf(name) as object) as typeof name, name, changes);
  try {
    return task();
  } finally {
    output.name = name;
  }
}
