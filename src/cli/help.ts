import type { Option } from "./arguments";
import { standardOptions, type Command } from "./command";

/** `sourcebook --help` */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Sources for papers in Markdown and LaTeX: list, search, check, format and convert them.

Usage: sourcebook COMMAND [OPTION...]

${commands.map(({ name, usage }) => `  sourcebook ${name.padEnd(width)} ${usage}`).join("\n")}

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Every command takes --json and --help. No FILE named means the reference corpus; “check” without a PATH looks at
the current folder. “--” ends the options: what follows is a name, even with a dash in front.

Options:
${optionLines([{ name: "help", short: "h", help: "show this help, or that of a command: sourcebook COMMAND --help" }, { name: "version", short: "v", help: "print the version" }])}

Exit code: 0 fine, 1 problems found, 2 wrong use, or a file that could not be read. Messages go to standard error.
`;
}

/** `sourcebook COMMAND --help` */
export function commandHelp({ name, usage, summary, description, options }: Command): string {
  return `sourcebook ${name}: ${summary}

Usage: sourcebook ${name} ${usage} [--json]

${description}

Options:
${optionLines([...options, ...standardOptions])}
`;
}

function optionLines(options: readonly Option[]): string {
  const names = options.map(({ name, short, value }) => `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`);
  const width = Math.max(...names.map((name) => name.length));
  return options.map(({ help }, index) => `  ${(names[index] ?? "").padEnd(width)}  ${help}`).join("\n");
}
