// The same promises, kept by the same build in a browser's worker: the runner refuses to run this anywhere else.
import "../host/activation.test";
import "../host/addToBibliography.test";
import "../host/bibliographies.test";
import "../host/bibliographyEditing.test";
import "../host/commands.test";
import "../host/completion.test";
import "../host/hover.test";
import "../host/insertion.test";
import "../host/keptIndexes.test";
import "../host/neighbours.test";
import "../host/semanticTokens.test";
import "../host/settings.test";
import "../host/sourcePage.test";
import "../host/sourcesView.test";
import "../host/writing.test";
