import { isOption, readArguments, type Option } from "./arguments";
import { standardOptions, type Command } from "./command";
import { commands } from "./commands/commands";
import { fine, UsageError, wrongUse, type ExitCode } from "./exitCodes";
import { commandHelp, generalHelp } from "./help";
import type { Host } from "./host";
import { nearestName } from "./nearestName";
import { writeMessage } from "./output";

/** Runs one command line, from `argv` behind the program's name to an exit code. Never rejects. */
export async function runCommandLine(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(argv, host);
  } catch (error) {
    writeMessage(host.stderr, error instanceof UsageError ? error.message : bugMessage(error));
    return wrongUse;
  }
}

const generalOptions: readonly Option[] = [...standardOptions, { name: "version", short: "v", help: "" }];

async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const at = argv.findIndex((argument) => !isOption(argument));
  const name = argv[at];
  if (name === undefined) return runWithoutCommand(argv, host);
  const command = findCommand(name);
  const args = readArguments(argv.toSpliced(at, 1), [...command.options, ...standardOptions]);
  if (!args.has("help")) return command.run(args, host);
  host.stdout.write(commandHelp(command));
  return fine;
}

function runWithoutCommand(argv: readonly string[], { stdout, stderr, version }: Host): ExitCode {
  const args = readArguments(argv, generalOptions);
  if (args.has("help")) {
    stdout.write(generalHelp(commands));
    return fine;
  }
  if (args.has("version")) {
    stdout.write(`${version}\n`);
    return fine;
  }
  stderr.write(generalHelp(commands));
  return wrongUse;
}

function findCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const nearest = nearestName(name, commands.map((candidate) => candidate.name));
  throw new UsageError(`There is no command “${name}”. ${nearest === undefined ? "See “sourcebook --help”." : `Did you mean “${nearest}”?`}`);
}

/** Bugs are told in one line; a trace helps nobody who has no source code before them. */
function bugMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Something went wrong inside Sourcebook, and this is no fault of yours: ${reason}`;
}
