// In a browser's worker as in Node.
import "../host/references.test";
