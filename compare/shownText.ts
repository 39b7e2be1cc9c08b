/**
 * What two formatters print, brought to one form: tags for emphasis, a plain space for every kind of space. Links and divs are left out, as they
 * belong to the page and not to the style.
 */
export function shownText(html: string): string {
  return html
    .replace(/<span style="font-variant:small-caps;">(.*?)<\/span>/g, "<sc>$1</sc>")
    .replace(/<span style="text-decoration:underline;">(.*?)<\/span>/g, "<u>$1</u>")
    .replace(/<a [^>]*>|<\/a>/g, "")
    .replace(/<div class="csl-left-margin">(.*?)<\/div>/g, "$1 ")
    .replace(/<\/?div[^>]*>/g, " ")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, "&")
    // of markup within markup the order counts for nothing
    .replace(/<(b)><(i|sc|sup|sub)>([^<]*)<\/\2><\/\1>/g, "<$2><$1>$3</$1></$2>")
    // white space at the end of markup belongs behind it, and markup that goes on is one
    .replace(/\s+((?:<\/(?:i|b|sc|u|sup|sub)>)+)/g, "$1 ")
    .replace(/<\/(i|b|sc|u|sup)>(\s*)<\1>/g, "$2")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}
