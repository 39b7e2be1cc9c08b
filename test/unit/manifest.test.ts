import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../../src/core/model/settings";
import { documentLanguageIds } from "../../src/core/text/languages";

interface Setting {
  readonly type: string;
  readonly order: number;
  readonly default?: unknown;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly default: string }>>;
}

interface WalkthroughStep {
  readonly id: string;
  readonly media: { readonly image: Readonly<Record<"light" | "dark" | "hc" | "hcLight", string>> };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly l10n: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean; readonly description: string }; readonly virtualWorkspaces: boolean };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

/** What the product promises to keep: these names change only by a decision of the project's owner. */
const contract = {
  commands: ["insertCitation", "copyReference", "copyKey", "openSource", "revealEntry", "addCorpusToWorkspace", "openSample", "refresh", "showLog"],
  settings: ["bibliographies", "corpus", "style", "locale", "latex.citationCommands", "trace"],
};

const read = (path: string): string => readFileSync(path, "utf8");
const manifestText = read("package.json");
const manifest = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const bundle = JSON.parse(read("l10n/bundle.l10n.json")) as Readonly<Record<string, string>>;
const adapters = readdirSync("src/vscode", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: read(join("src/vscode", path)) }));

const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();
const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

describe("manifest", () => {
  const declared = manifest.contributes.commands.map(({ command }) => command);

  it("declares the commands that the source registers", () => {
    const table = adapters.find(({ path }) => path.endsWith("commands.ts"))?.text ?? "";
    const body = /const commands[^{]*\{([\s\S]*?)\n\};/.exec(table)?.[1] ?? "";
    const registered = matches(body, /^ {2}(\w+)[,:]/gm).map((name) => `sourcebook.${name}`);
    assert.deepEqual(sorted(declared), sorted(registered));
  });

  it("keeps the contract's commands and settings", () => {
    assert.deepEqual(contract.commands.filter((name) => !declared.includes(`sourcebook.${name}`)), []);
    assert.deepEqual(contract.settings.filter((name) => !(`sourcebook.${name}` in manifest.contributes.configuration.properties)), []);
  });

  it("gives every command a title of its own and one category", () => {
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.deepEqual([title, category], [`%command.${command.replace("sourcebook.", "")}%`, "Sourcebook"]);
    }
    assert.equal(new Set(Object.entries(strings).filter(([name]) => name.startsWith("command.")).map(([, title]) => title)).size, declared.length);
  });

  it("shows in menus of the view, for rows that there are", () => {
    const rows = adapters.find(({ path }) => path.endsWith("treeItems.ts"))?.text ?? "";
    const ofView = Object.entries(manifest.contributes.menus).filter(([menu]) => menu.startsWith("view/")).flatMap(([, items]) => items);
    for (const { when } of ofView) {
      const [, row] = /^view == sourcebook\.sources(?: && viewItem (?:==|=~) ([\w.]+|\/\^library\\\.\/))?(?: && !?sourcebook\.sources\.\w+)?$/.exec(when) ?? assert.fail(when);
      if (row !== undefined) assert.ok(rows.includes(`contextValue = "${row}"`) || rows.includes(`contextValue = \`${/\w+/.exec(row)?.[0] ?? ""}.`), row);
    }
  });

  it("asks in menus and keys only for what the view tells them", () => {
    const told = matches(adapters.find(({ path }) => path.endsWith("viewOptions.ts"))?.text ?? "", /\b(is[A-Z]\w+|has[A-Z]\w+):/g);
    const asked = matches(manifestText, /sourcebook\.sources\.(\w+)/g);
    assert.deepEqual(sorted(asked).filter((name) => !told.includes(name)), []);
  });

  it("binds keys of the focused view alone", () => {
    for (const { command, when } of manifest.contributes.keybindings) {
      assert.ok(declared.includes(command), command);
      assert.ok(when.startsWith("focusedView == sourcebook.sources && "), command);
    }
  });

  it("names in menus and card links only commands that exist", () => {
    const inMenus = Object.values(manifest.contributes.menus).flat().map(({ command }) => command);
    const inSource = adapters.flatMap(({ text }) => matches(text, /"(sourcebook\.[a-zA-Z]+)"/g)).filter((id) => id !== "sourcebook.sources");
    const inStrings = Object.values(strings).flatMap((text) => matches(text, /command:(sourcebook\.[\w.]+)/g));
    assert.deepEqual(sorted([...inMenus, ...inSource, ...inStrings]).filter((command) => !declared.includes(command)), []);
  });

  it("declares the settings that the source reads, with the core's defaults", () => {
    const settings = adapters.find(({ path }) => path === "settings.ts")?.text ?? "";
    const readNames = matches(settings, /settings\.get\("([\w.]+)"\)/g).map((name) => `sourcebook.${name}`);
    const properties = manifest.contributes.configuration.properties;
    assert.deepEqual(sorted(Object.keys(properties)), sorted(readNames));
    for (const [name, value] of Object.entries({ bibliographies: [], corpus: defaultSettings.corpus, style: defaultSettings.style, locale: "" })) {
      assert.deepEqual(properties[`sourcebook.${name}`]?.default, value);
    }
  });

  it("reads settings in one place", () => {
    const elsewhere = adapters.filter(({ path, text }) => path !== "settings.ts" && text.includes("getConfiguration")).map(({ path }) => path);
    assert.deepEqual(elsewhere, []);
  });

  it("describes every setting, in order, with a default of its type", () => {
    const settings = Object.entries(manifest.contributes.configuration.properties);
    assert.deepEqual(settings.map(([, { order }]) => order), settings.map((_, index) => index + 1));
    for (const [name, { type, markdownDescription, default: value }] of settings) {
      assert.equal(markdownDescription, `%setting.${name.replace("sourcebook.", "")}%`);
      assert.equal(type === "integer" ? "number" : type, Array.isArray(value) ? "array" : typeof value, name);
      assert.ok(read("README.md").includes(`\`${name}\``), `README.md tells of ${name}`);
    }
  });

  it("lists every severity with the core's default", () => {
    const severities = manifest.contributes.configuration.properties["sourcebook.diagnostics.severity"]?.properties ?? {};
    const defaults = Object.fromEntries(Object.entries(severities).map(([code, { default: severity }]) => [code, severity]));
    assert.deepEqual(defaults, defaultSettings.diagnostics);
  });

  it("has every string it names, and no other", () => {
    const named = matches(manifestText, /"%([\w.]+)%"/g);
    assert.deepEqual(sorted(named), sorted(Object.keys(strings)));
  });

  it("offers every string in the source for translation", () => {
    const used = adapters.flatMap(({ text }) => matches(text, /l10n\.t\("((?:[^"\\]|\\.)*)"/g)).map((string) => JSON.parse(`"${string}"`) as string);
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(used), "npm run l10n makes the file anew");
    const others = adapters.filter(({ text }) => /l10n\.t\((?!")/.test(text)).map(({ path }) => path);
    assert.deepEqual(others, [], "only strings written out can be collected");
  });

  it("activates for languages that cite, for bibliographies, for pages that were left open, and for nothing else", () => {
    assert.deepEqual(sorted(manifest.activationEvents), sorted(["onWebviewPanel:sourcebook.source-page", ...[...documentLanguageIds, "bibtex"].map((id) => `onLanguage:${id}`)]));
  });

  it("has one build for desktop and web, the contract's ids, and the files it names", () => {
    assert.equal(manifest.main, manifest.browser);
    const [container] = manifest.contributes.viewsContainers.activitybar;
    assert.equal(container?.id, "sourcebook");
    assert.equal(manifest.contributes.views["sourcebook"]?.[0]?.id, "sourcebook.sources");
    assert.deepEqual([container.icon, manifest.icon, manifest.l10n].filter((path) => !existsSync(path)), []);
  });

  it("has a walkthrough whose pictures there are, and whose steps end with commands that they offer", () => {
    const { walkthroughs } = manifest.contributes as unknown as { readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly WalkthroughStep[] }[] };
    assert.deepEqual(walkthroughs.map(({ id }) => id), ["start"]);
    assert.match(adapters.find(({ path }) => path.endsWith("openWalkthrough.ts"))?.text ?? "", /"sourcebook\.sourcebook#start"/);
    for (const { id, media: { image }, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
      assert.deepEqual([image.light, image.dark, image.hc, image.hcLight].filter((path) => !existsSync(path)), []);
      const offered = matches(strings[`walkthrough.${id}.description`] ?? "", /command:([\w.]+)/g);
      assert.ok(completionEvents.some((event) => offered.includes(event.replace("onCommand:", ""))), id);
    }
  });

  it("extends the Markdown preview, styled by a file that there is", () => {
    const contributes = manifest.contributes as unknown as Readonly<Record<string, unknown>>;
    assert.equal(contributes["markdown.markdownItPlugins"], true);
    assert.deepEqual((contributes["markdown.previewStyles"] as readonly string[]).filter((path) => !existsSync(path)), []);
    assert.match(read("src/extension.ts"), /registerPreview/);
  });

  it("works in folders that are not trusted or not on a disk", () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces, virtualWorkspaces], [{ supported: true, description: "%capabilities.untrustedWorkspaces%" }, true]);
  });

  it("has no setting that could name a program, and asks for no part of VS Code that starts one", () => {
    const names = Object.keys(manifest.contributes.configuration.properties).filter((name) => /command|program|executable|binary|shell|path|tool|server|script|env/i.test(name));
    // of LaTeX, both
    assert.deepEqual(names.sort(), ["sourcebook.insertCitation.latexCommand", "sourcebook.latex.citationCommands"]);
    for (const { path, text } of adapters) assert.doesNotMatch(text, /createTerminal|\btasks\.|\bdebug\.|ShellExecution|ProcessExecution|sendText|child_process/, path);
  });
});
