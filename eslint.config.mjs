import { builtinModules } from "node:module";
import tseslint from "typescript-eslint";

const nodeModules = builtinModules.flatMap((name) => [name, `${name}/*`]);
const hostGlobals = [
  "process", "Buffer", "global", "require", "module", "__dirname", "__filename", "setImmediate", "window", "document", "self",
  "navigator", "fetch", "XMLHttpRequest", "localStorage", "Worker", "importScripts", "console",
];

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", ".vscode-test/"] },
  {
    files: ["**/*.mjs", "**/*.js"],
    rules: { "no-unused-vars": "error", "no-undef": "off", "prefer-const": "error", eqeqeq: "error" },
  },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", {
        paths: ["vscode", ...builtinModules].map((name) => ({ name, message: "The core is host-neutral: ask through src/core/ports.ts." })),
        patterns: [
          { group: ["node:*", ...nodeModules.filter((name) => name.includes("/"))], message: "The core is host-neutral: ask through src/core/ports.ts." },
          { group: ["**/vscode/*", "**/cli/*", "**/worker/*"], message: "Dependencies go one way: adapters know the core, never the reverse." },
        ],
      }],
      "no-restricted-globals": ["error", ...hostGlobals.map((name) => ({ name, message: "The core is host-neutral: ask through src/core/ports.ts." }))],
    },
  },
  {
    // V8 keeps a place for each character that such a repetition takes in, and gives up (“Maximum call stack size exceeded”) where they are some millions.
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", {
        selector: "Literal[regex.flags=/u/][regex.pattern=/(?:\\]|\\}|\\\\[SDW])(?:[*+]|\\{\\d+,\\})/]",
        message: "In Unicode mode a repetition of such a class needs an end, as in {1,999}: texts may hold millions of its characters.",
      }],
    },
  },
  {
    files: ["src/vscode/**/*.ts"],
    ignores: ["src/vscode/messages.ts"],
    rules: {
      "no-restricted-properties": ["error", ...["showInformationMessage", "showWarningMessage", "showErrorMessage"].map((property) =>
        ({ property, message: "Text from files may be a link there: go through src/vscode/messages.ts." }))],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-floating-promises": "error" },
  },
);
