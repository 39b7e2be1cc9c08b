import { POSITION_TEST_VARS, type Engine } from "citeproc";

const noteNumber = "first-reference-note-number";

/** Runs a task while the processor does not make citations anew for the sake of a note number. */
export function withoutNoteNumbers<T>(task: () => T): T {
  const place = POSITION_TEST_VARS.indexOf(noteNumber);
  if (place < 0) return task();
  POSITION_TEST_VARS.splice(place, 1);
  try {
    return task();
  } finally {
    POSITION_TEST_VARS.splice(place, 0, noteNumber);
  }
}

/** Runs a task while the style puts nothing around citations. The processor leaves that away itself, but all other markup with it. */
export function withoutLayout<T>({ citation, tmp }: Engine, task: () => T): T {
  const { layout_prefix, layout_suffix, layout_decorations } = citation.opt;
  const suppression = Object.getOwnPropertyDescriptor(tmp, "suppress_decorations");
  Object.assign(citation.opt, { layout_prefix: "", layout_suffix: "", layout_decorations: [] });
  Object.defineProperty(tmp, "suppress_decorations", { get: () => false, set: () => undefined, configurable: true, enumerable: true });
  try {
    return task();
  } finally {
    Object.assign(citation.opt, { layout_prefix, layout_suffix, layout_decorations });
    Object.defineProperty(tmp, "suppress_decorations", suppression ?? { value: false, writable: true, configurable: true, enumerable: true });
  }
}
