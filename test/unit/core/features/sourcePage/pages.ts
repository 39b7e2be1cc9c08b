import type { PageAction } from "../../../../../src/core/features/sourcePage/pageActions";
import type { PageTarget } from "../../../../../src/core/features/sourcePage/pageTarget";
import type { PageView } from "../../../../../src/core/features/sourcePage/pageView";
import type { PageWords } from "../../../../../src/core/features/sourcePage/pageWords";
import { writePage, type WrittenPage } from "../../../../../src/core/features/sourcePage/writePage";
import { noFilter } from "../../../../../src/core/features/sourcesTree/options";
import { plainEngine } from "../../../../support/plainEngine";
import { serviceFor } from "../../../../support/service";

/** What a bibliography may hold that would do harm in a page. */
export const hostile: readonly string[] = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)", "command:workbench.action.quit", "</pre></details><iframe src=\"https://example.org\">",
  "<!--", "]]>", "&lt;b&gt;", "\u202etxt.exe\u0000", "\\<i>a", "{{constructor.constructor('alert(1)')()}}", "__proto__",
];

/** Words that say their own names. */
const words = new Proxy({}, {
  get: (_, name: string) => name === "library" ? ({ name: own }: { readonly name: string }) => own
    : name === "document" ? (uri: string) => uri.slice(uri.lastIndexOf("/") + 1)
      : name === "type" || name === "line" || /^(?:hiddenBy|citedTimes|moreNotShown|libraryOf|sources|problemsIn|withoutYear|bar)$/.test(name)
        ? (...args: readonly unknown[]) => [name, ...args].join(" ") : name,
}) as PageWords;

/** A page's view of the files, with everything that takes longer. */
export async function viewOf(files: Readonly<Record<string, string>>, target: PageTarget, [citation, reference]: readonly string[] = ["(c)", "r"]): Promise<PageView> {
  const { service, workspace } = serviceFor(files, { settings: { corpus: "never" }, loadEngine: () => Promise.resolve(plainEngine()) });
  const document = "paper.md" in files ? workspace.document("paper.md") : undefined;
  const page = await service.sourcePage(target, document);
  const picture = await service.libraryPicture(target.uri, document);
  const styled = { style: reference ?? "", citation: citation ?? "", reference: reference ?? "", text: reference ?? "" };
  const [item] = page.source === undefined ? [] : await service.items([page.source.source]);
  return { page, references: [styled, styled, styled], ...picture && { picture }, ...item && { item }, filter: noFilter, isPinned: false };
}

export function pageOf(view: PageView): WrittenPage {
  return writePage(view, words);
}

export async function writtenOf(files: Readonly<Record<string, string>>, target: PageTarget, references?: readonly string[]): Promise<WrittenPage> {
  return pageOf(await viewOf(files, target, references));
}

/** Each action that a control of the page names. */
export function actionsOf({ html, actions }: WrittenPage): readonly PageAction[] {
  return [...html.matchAll(/data-action="(\d+)"/g)].flatMap((match) => actions.at(Number(match[1])) ?? []);
}
