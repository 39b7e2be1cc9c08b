import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../../src/core/model/settings";
import { documentLanguageIds } from "../../src/core/text/languages";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

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

  it("names in menus and card links only commands that exist", () => {
    const inMenus = Object.values(manifest.contributes.menus).flat().map(({ command }) => command);
    const inSource = adapters.flatMap(({ text }) => matches(text, /"(sourcebook\.[a-zA-Z]+)"/g)).filter((id) => id !== "sourcebook.sources");
    const inStrings = Object.values(strings).flatMap((text) => matches(text, /command:([\w.]+)/g));
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

  it("lists every severity with the core's default", () => {
    const property = manifest.contributes.configuration.properties["sourcebook.diagnostics.severity"] as unknown as { readonly properties: Readonly<Record<string, { readonly default: string }>> };
    const defaults = Object.fromEntries(Object.entries(property.properties).map(([code, { default: severity }]) => [code, severity]));
    assert.deepEqual(defaults, defaultSettings.diagnostics);
  });

  it("has every string it names, and no other", () => {
    const named = matches(manifestText, /"%([\w.]+)%"/g);
    assert.deepEqual(sorted(named), sorted(Object.keys(strings)));
  });

  it("offers every string in the source for translation", () => {
    const used = adapters.flatMap(({ text }) => matches(text, /l10n\.t\("((?:[^"\\]|\\.)*)"/g));
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(used));
  });

  it("activates for languages that cite, for bibliographies, and for nothing else", () => {
    assert.deepEqual(sorted(manifest.activationEvents), sorted([...documentLanguageIds, "bibtex"].map((id) => `onLanguage:${id}`)));
  });

  it("has one build for desktop and web, the contract's ids, and the files it names", () => {
    assert.equal(manifest.main, manifest.browser);
    const [container] = manifest.contributes.viewsContainers.activitybar;
    assert.equal(container?.id, "sourcebook");
    assert.equal(manifest.contributes.views["sourcebook"]?.[0]?.id, "sourcebook.sources");
    assert.ok(existsSync(container.icon));
  });
});
