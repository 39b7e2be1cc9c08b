// In a browser's worker as in Node.
import "../host/lifeCycle.test";
import "../host/nothingLost.test";
import "../host/virtualWorkspace.test";
