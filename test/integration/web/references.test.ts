// In a browser's worker as in Node; the preview of VS Code's own extension is left out where it runs elsewhere.
import "../host/references.test";
