// The same promises, kept by the same build in a browser's worker: the runner refuses to run this anywhere else.
import "../host/activation.test";
import "../host/completion.test";
import "../host/hover.test";
