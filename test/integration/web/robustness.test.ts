// In a browser's worker as in Node.
import "../host/fileNames.test";
import "../host/lifeCycle.test";
import "../host/movedFolders.test";
import "../host/nothingLost.test";
import "../host/twoWindows.test";
import "../host/virtualWorkspace.test";
