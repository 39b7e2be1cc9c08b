import { html } from "./html";

export interface ShellOptions {
  readonly title: string;
  /** The language of what stands around a source's own words. */
  readonly language: string;
  /** What a host allows its own files to be loaded from. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** New for each shell. */
  readonly nonce: string;
}

/**
 * The document that a page is shown in. It allows one script and one style sheet, both the product's own, and nothing else: no styles within,
 * no pictures, no frames, no connections. What it shows comes by messages.
 */
export function pageShell({ title, language, cspSource, scriptUri, styleUri, nonce }: ShellOptions): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${styleUri}">
<title>${title}</title>
</head>
<body>
<main aria-busy="true"></main>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>
`.text;
}
