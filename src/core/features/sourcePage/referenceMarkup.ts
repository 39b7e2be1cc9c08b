import { Html, shown } from "./html";

/**
 * What the engine writes as HTML, for a page that allows no styles within it: tags are known ones and have a class at most, styles become
 * classes, links lose their address (the page has its own), and everything else is text.
 */
export function referenceMarkup(html: string): Html {
  const open: string[] = [];
  const text = shown(html).split(/(<[^<>]*>)/).map((piece, index) => index % 2 === 0 ? plain(piece) : tag(piece, open)).join("");
  return new Html(text + open.reverse().map((name) => `</${name}>`).join(""));
}

function plain(text: string): string {
  return text.replace(/[<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/&(?!(?:amp|lt|gt|quot|#\d{1,7});)/g, "&amp;");
}

const classes: ReadonlyMap<string, string> = new Map([
  ["<span style=\"text-decoration:underline;\">", "underline"],
  ["<span style=\"font-variant:small-caps;\">", "small-caps"],
  ["<div class=\"csl-block\">", "csl-block"],
  ["<div class=\"csl-left-margin\">", "csl-left-margin"],
  ["<div class=\"csl-right-inline\">", "csl-right-inline"],
  ["<div class=\"csl-indent\">", "csl-indent"],
]);

/** The tag where it is one of those that references are made of; only what is open is closed. */
function tag(written: string, open: string[]): string {
  const name = /^<\/?(i|b|sup|sub|span|div|a)\b/.exec(written)?.[1];
  if (name === undefined) return plain(written);
  const element = name === "a" ? "span" : name;
  if (written.startsWith("</")) {
    if (open.at(-1) !== element) return "";
    open.pop();
    return `</${element}>`;
  }
  open.push(element);
  const styled = classes.get(written);
  return styled === undefined ? `<${element}>` : `<${element} class="${styled}">`;
}
