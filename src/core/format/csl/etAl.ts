import { NameOutput } from "citeproc";
import { withName } from "./nameToken";

const { _joinEtAl } = NameOutput.prototype;

/**
 * “et al.” is set as `cs:et-al` says, not as the names before it (CSL specification, “Et-al”). The processor sets the whole list as it sets
 * each name, which all have been set by then.
 */
NameOutput.prototype._joinEtAl = function (this: NameOutput, blobs: readonly object[]): object {
  return withName(this, { decorations: [] }, () => _joinEtAl.call(this, blobs));
};
