import CSL, { type Engine } from "citeproc";

/**
 * The processor builds each macro once, but in sort keys anew wherever it is called, and so on with those that it calls: seventy thousand
 * steps and half a second for APA. Here they are built once for sort keys, too: in a table of their own, as dates and names are other steps
 * there.
 */
const tables = new WeakMap<Engine, Map<string, Engine["macros"]>>();
/** How the sort keys that are being built are known to the processor, while it is led to believe that there are none. */
const building = new WeakMap<Engine, string>();

const { expandMacro, buildMacro, getSortKeys } = CSL;

CSL.expandMacro = function (this: Engine, token: object, target: object): void {
  const { extension } = this.build;
  if (extension === "") { expandMacro.call(this, token, target); return; }
  const outer = building.get(this);
  building.set(this, extension);
  this.build.extension = "";
  try {
    withSortMacros(this, this.build.root, () => expandMacro.call(this, token, target));
  } finally {
    this.build.extension = extension;
    if (outer === undefined) building.delete(this);
  }
};

CSL.buildMacro = function (this: Engine, target: object, nodes: object): void {
  this.build.extension = building.get(this) ?? "";
  try {
    buildMacro.call(this, target, nodes);
  } finally {
    this.build.extension = "";
  }
};

CSL.getSortKeys = function (this: Engine, item: object, area: string): object {
  return withSortMacros(this, area.replace(/_sort$/, ""), () => getSortKeys.call(this, item, area));
};

function withSortMacros<T>(engine: Engine, root: string, task: () => T): T {
  const ofEngine = tables.get(engine) ?? new Map<string, Engine["macros"]>();
  tables.set(engine, ofEngine);
  const macros = ofEngine.get(root) ?? {};
  ofEngine.set(root, macros);
  const outer = engine.macros;
  engine.macros = macros;
  try {
    return task();
  } finally {
    engine.macros = outer;
  }
}
