import CSL, { type Engine } from "citeproc";

const { getSpliceDelimiter } = CSL;

/**
 * What stands between years of one author, “Doe 2001, 2003”, is the delimiter of groups, whatever follows the group (CSL specification,
 * “Cite Collapsing”); behind a locator it is the stronger one. The processor takes one for the other.
 */
CSL.getSpliceDelimiter = function (this: Engine, hasLocator: boolean, hasCollapsed: boolean, position: number): string {
  const delimiter = getSpliceDelimiter.call(this, hasLocator, hasCollapsed, position);
  const { opt } = this.citation;
  if (opt.collapse !== "year" || this.tmp.have_collapsed !== true || position === 0) return delimiter;
  return this.tmp.splice_delimiter = hasLocator ? opt["after-collapse-delimiter"] ?? opt.layout_delimiter ?? "" : opt.cite_group_delimiter ?? ", ";
};
