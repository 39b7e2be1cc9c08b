import { defaultInsertStyle, type InsertStyle } from "./model/insertStyle";
import type { ProblemCode, ProblemSeverity } from "./model/problem";
import { defaultSettings, type Settings } from "./model/settings";

/** The settings of the core as a host finds them: of any type, or missing. */
export type UncheckedSettings = Readonly<Record<Exclude<keyof Settings, "isStyleChosen" | "triedStyle" | "triedLocale">, unknown>> & Pick<Settings, "isStyleChosen">;

/** What has the wrong type counts as not set. */
export function checkSettings({ bibliographies, corpus, style, locale, diagnostics, citationCommands, isStyleChosen = false }: UncheckedSettings): Settings {
  return {
    bibliographies: stringsIn(bibliographies),
    corpus: oneOf(corpus, ["auto", "always", "never"], defaultSettings.corpus),
    style: stringOr(style, defaultSettings.style),
    locale: stringOr(locale, defaultSettings.locale),
    diagnostics: severities(diagnostics),
    citationCommands: stringsIn(citationCommands),
    ...isStyleChosen && { isStyleChosen },
  };
}

/** A LaTeX command with or without its backslash; what is no command's name counts as not set. */
export function checkInsertStyle(markdown: unknown, latexCommand: unknown): InsertStyle {
  const command = typeof latexCommand === "string" ? /^\\?([A-Za-z@]+\*?)$/.exec(latexCommand.trim())?.[1] : undefined;
  return {
    markdown: oneOf(markdown, ["brackets", "inText", "key"], defaultInsertStyle.markdown),
    latexCommand: command ?? defaultInsertStyle.latexCommand,
  };
}

function severities(value: unknown): Settings["diagnostics"] {
  if (typeof value !== "object" || value === null) return defaultSettings.diagnostics;
  const known: readonly (ProblemSeverity | "off")[] = ["error", "warning", "information", "off"];
  const set: Readonly<Record<string, unknown>> = { ...value };
  const entries = Object.entries(defaultSettings.diagnostics).map(([code, severity]) => [code, oneOf(set[code], known, severity)]);
  return Object.fromEntries(entries) as Record<ProblemCode, ProblemSeverity | "off">;
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : fallback;
}

export function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((candidate) => candidate === value) ?? fallback;
}
