import markdownIt from "markdown-it";
import type { MarkdownIt, Token } from "../src/core/features/preview/markdownIt";
import { citationPlugin } from "../src/core/features/preview/plugin";
import { createPreviews } from "../src/core/features/preview/previews";
import { createReferenceEngine } from "../src/core/format/referenceEngine";
import { referenceCorpusText } from "../src/core/library/referenceCorpus";
import { serviceFor, silentLogger } from "../test/support/service";
import { styleFiles } from "../test/support/styleFiles";
import { now, timeSince } from "./clock";
import { median, percentile } from "./measure";
import { limited, reportHeading, reportTime } from "./report";

type RunningMarkdownIt = MarkdownIt & {
  parse(text: string, env: object): Token[];
  readonly options: object;
  readonly renderer: { render(tokens: readonly Token[], options: object, env: object): string };
};

const citations = 200;
const edits = 20;
/** Milliseconds from an edit to the page. */
const limit = 50;

/** From an edit of a document with many citations to the preview that shows it in full. */
export async function benchPreviewing(): Promise<void> {
  reportHeading(`Preview of a document with ${citations} citations`);
  for (const style of ["apa", "ieee", "chicago-fullnote-bibliography"]) await benchStyle(style);
}

async function benchStyle(style: string): Promise<void> {
  const keys = (JSON.parse(referenceCorpusText) as readonly { readonly id: string }[]).map(({ id }) => id);
  const paragraph = (index: number): string => `Twenty years of relations [see @${keys[index % keys.length] ?? ""}, p. ${index}] have been summed up by @${keys[(index * 7) % keys.length] ?? ""}.`;
  const paragraphs = Array.from({ length: citations / 2 }, (_, index) => paragraph(index));
  const { service, workspace } = serviceFor({ "a.md": paragraphs.join("\n\n") }, { loadEngine: () => Promise.resolve(createReferenceEngine(styleFiles)), settings: { style } });
  const uri = workspace.uri("a.md");
  const md = markdownIt({ html: true, linkify: true }) as RunningMarkdownIt;
  let rendered = (): void => undefined;
  const render = (): void => {
    md.renderer.render(md.parse(workspace.document("a.md").getText(), {}), md.options, { uri });
    rendered();
  };
  const previews = createPreviews({ service, logger: silentLogger, find: () => workspace.document("a.md"), refresh: render });
  citationPlugin(md, { parse: () => service.parse(workspace.document("a.md")), uriOf: () => uri, page: previews.page });

  /** Until nothing is fetched any more; the pages that are shown on the way count too. */
  const show = async (text: string): Promise<number> => {
    workspace.edit("a.md", text);
    const start = now();
    let last = 0;
    rendered = () => last = timeSince(start);
    render();
    await service.formatDocument(workspace.document("a.md"), "html");
    await new Promise((resolve) => setImmediate(resolve));
    return last;
  };

  const first = await show(paragraphs.join("\n\n"));
  reportTime(`${style}: first time, engine included`, first);
  const kinds: readonly (readonly [name: string, edit: (index: number) => string])[] = [
    ["prose is typed", (index) => `${"x".repeat(index + 1)} ${paragraphs.join("\n\n")}`],
    ["a page is changed", (index) => paragraphs.map((text, place) => place === 50 ? text.replace(/p\. \d+/, `p. ${1000 + index}`) : text).join("\n\n")],
    ["a citation is added", (index) => [`[@${keys[index] ?? ""}]`, ...paragraphs].join("\n\n")],
  ];
  for (const [name, edit] of kinds) {
    // From one kind of edit to the next the whole document changes.
    await show(edit(edits));
    const times: number[] = [];
    for (let index = 0; index < edits; index++) times.push(await show(edit(index)));
    reportTime(`${style}: ${name}, p50`, median(times));
    reportTime(`${style}: ${name}, p95`, percentile(times, 0.95), limited(percentile(times, 0.95), limit, "ms"));
  }
  previews.dispose();
  service.dispose();
}
