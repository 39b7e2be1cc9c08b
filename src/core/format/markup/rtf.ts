import { plainRun } from "./plain";
import type { Run } from "./reference";

/** A run in RTF 1.5: letters that are not ASCII by their numbers, with `?` for readers that know none (`\uc1`). */
export function renderRtfRun(run: Run): string {
  const { style } = run;
  const words = [
    ...style.italic === true ? ["\\i"] : [], ...style.bold === true ? ["\\b"] : [], ...style.smallCaps === true ? ["\\scaps"] : [],
    ...style.underline === true ? ["\\ul"] : [], ...style.script === undefined ? [] : [style.script === "sub" ? "\\sub" : "\\super"],
  ];
  // the script is a control word, so that letters that stand for it are not needed
  const text = escapeRtf(plainRun({ text: run.text, style: {} }));
  const rtf = words.length === 0 ? text : `{${words.join("")} ${text}}`;
  return style.href === undefined ? rtf : `{\\field{\\*\\fldinst{HYPERLINK "${escapeRtf(style.href)}"}}{\\fldrslt{${rtf}}}}`;
}

/** Text as RTF that shows exactly this text. */
function escapeRtf(text: string): string {
  return text.replace(/[\\{}]/g, "\\$&").replace(/[^ -~]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  });
}
