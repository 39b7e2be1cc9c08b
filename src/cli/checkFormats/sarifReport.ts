import { defaultSettings } from "../../core/model/settings";
import type { ProblemCode, ProblemSeverity } from "../../core/model/problem";
import type { Uri } from "../../core/ports";
import { isInside } from "../../core/text/uri";
import type { CheckReport, PlacedProblem } from "./placedProblem";
import { rules } from "./rules";

const levels: Readonly<Record<ProblemSeverity, "error" | "warning" | "note">> = { error: "error", warning: "warning", information: "note" };
const codes = Object.keys(rules) as readonly ProblemCode[];
/** The name that others give the folder that relative addresses start in. */
const root = "%SRCROOT%";

/** A log in SARIF 2.1.0 (OASIS), as code scanning services read it: one run with its rules and results. */
export function sarifReport({ problems, folder, version, isComplete }: CheckReport): object {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "Sourcebook", version, semanticVersion: version, rules: codes.map(ruleOf) } },
      invocations: [{ executionSuccessful: isComplete }],
      originalUriBaseIds: { [root]: { description: { text: "The folder in which the check was run." } } },
      columnKind: "utf16CodeUnits",
      results: problems.map((placed) => resultOf(placed, folder)),
    }],
  };
}

/** Of rules that are off by default (§3.50), the level counts where they are switched on. */
function ruleOf(code: ProblemCode): object {
  const severity = defaultSettings.diagnostics[code];
  const { name, help } = rules[code];
  return {
    id: code,
    shortDescription: { text: name },
    fullDescription: { text: `${name}. ${help}` },
    help: { text: help },
    defaultConfiguration: severity === "off" ? { enabled: false, level: "note" } : { level: levels[severity] },
  };
}

function resultOf({ uri, start, end, problem }: PlacedProblem, folder: Uri): object {
  const { code, severity, message, range } = problem;
  const key = "key" in problem ? problem.key : undefined;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{
      physicalLocation: {
        artifactLocation: artifactLocation(uri, folder),
        // Lines and columns count from one; the end column is the one behind the last character (§3.30).
        region: {
          startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1,
          charOffset: range.start, charLength: range.end - range.start,
        },
      },
    }],
    ...key !== undefined && { properties: { key } },
  };
}

/** Relative to the folder the command runs in. Colons are escaped in the core's URIs, so that none is taken for a scheme's end (RFC 3986, 4.2). */
function artifactLocation(uri: Uri, folder: Uri): object {
  if (!isInside(uri, folder) || uri === folder) return { uri };
  return { uri: uri.slice(folder.replace(/\/$/, "").length + 1), uriBaseId: root };
}
