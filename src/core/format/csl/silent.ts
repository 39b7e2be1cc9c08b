import CSL from "citeproc";

/** The processor would write of what it does not know in a style to the console: in a terminal between the references, and as it stands in the style. */
CSL.debug = () => undefined;
