import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Strings = Readonly<Record<string, string>>;

/** Names and what has no words: the same in every language. */
const untranslated = ["Sourcebook", "DOI"];

/** What VS Code or Markdown understands in a string, and may stand elsewhere in its translation but not differ. */
const markup: Readonly<Record<string, RegExp>> = {
  placeholders: /(?<!\$)\{\d+\}/g,
  icons: /\$\([\w-]+\)/g,
  code: /`[^`]+`/g,
  links: /\]\([^()\s]+\)/g,
  lines: /\n/g,
};

const read = (path: string): Strings => JSON.parse(readFileSync(path, "utf8")) as Strings;
const filesIn = (folder: string, pattern: RegExp): readonly string[] => readdirSync(folder).filter((name) => pattern.test(name)).map((name) => join(folder, name));
const found = (text: string, pattern: RegExp): readonly string[] => (text.match(pattern) ?? []).sort();

const manifestStrings = read("package.nls.json");
const sourceStrings = read("l10n/bundle.l10n.json");
const manifestFiles = filesIn(".", /^package\.nls\.[\w-]+\.json$/);
const sourceFiles = filesIn("l10n", /^bundle\.l10n\.[\w-]+\.json$/);
const languageOf = (path: string): string => path.split(".").at(-2) ?? "";
const commandTitles = (strings: Strings): readonly (readonly [name: string, title: string])[] => Object.entries(strings).filter(([name]) => name.startsWith("command."));

describe("translations", () => {
  it("are of the manifest and of the source for each language, Russian among them", () => {
    assert.deepEqual(manifestFiles.map(languageOf), sourceFiles.map(languageOf));
    assert.ok(manifestFiles.map(languageOf).includes("ru"));
  });

  for (const [path, english] of [...manifestFiles.map((path) => [path, manifestStrings] as const), ...sourceFiles.map((path) => [path, sourceStrings] as const)]) {
    describe(path, () => {
      const translated = read(path);
      const pairs = Object.entries(english).map(([name, text]) => [name, text, translated[name] ?? ""] as const);

      it("has every string and no other", () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      });

      it("says each in its own words", () => {
        assert.deepEqual(pairs.filter(([, text, translation]) => translation.trim() === "" || translation !== translation.trim() || (translation === text) !== untranslated.includes(text)), []);
      });

      for (const [what, pattern] of Object.entries(markup)) {
        it(`keeps the ${what}`, () => {
          for (const [name, text, translation] of pairs) assert.deepEqual(found(translation, pattern), found(text, pattern), name);
        });
      }
    });
  }

  for (const path of manifestFiles) {
    const language = languageOf(path);
    const titles = read(path);

    it(`give every command a title of its own: ${language}`, () => {
      assert.equal(new Set(commandTitles(titles).map(([, title]) => title)).size, commandTitles(titles).length);
    });

    it(`call commands by their titles, and one thing by one name: ${language}`, () => {
      const strings = [...Object.entries(manifestStrings).map(([name, text]) => [text, titles[name] ?? ""] as const), ...Object.entries(read(`l10n/bundle.l10n.${language}.json`))];
      for (const [name, title] of commandTitles(manifestStrings)) {
        for (const [text, translation] of strings) {
          if (text === title) assert.equal(translation, titles[name]);
          if (text.includes(`“${title}”`) || text.includes(`*${title}*`)) assert.ok(translation.includes(titles[name] ?? ""), translation);
        }
      }
    });
  }
});
