const vscode = require("vscode");

exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined || vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  for (const name of ["paper.tex", "paper.md"]) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name), { preview: false });
  }
};
