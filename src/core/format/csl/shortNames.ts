import { NameOutput } from "citeproc";
import { withName } from "./nameToken";

const { _renderOnePersonalName } = NameOutput.prototype;

/**
 * A short name is particle and family name, also where long ones begin with the family name (CSL specification, “Name-part Order”): “van der
 * Berg”. The processor makes “Berg van der” of it.
 */
NameOutput.prototype._renderOnePersonalName = function (this: NameOutput, name: object, ...place: readonly unknown[]): object {
  const render = (): object => _renderOnePersonalName.call(this, name, ...place);
  if (this.state.inheritOpt(this.name, "form", "name-form", "long") !== "short") return render();
  return withName(this, { strings: { ...this.name.strings, "name-as-sort-order": "none" } }, render);
};
