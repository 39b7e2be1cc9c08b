import type { Arguments, Option } from "./arguments";
import type { ExitCode } from "./exitCodes";
import type { Host } from "./host";

export interface Command {
  readonly name: string;
  /** What stands behind the name: `QUERY [FILE...] [--limit N]`. */
  readonly usage: string;
  /** Half a line for the general help. */
  readonly summary: string;
  /** What the command does, prints and returns, in lines as the help shows them. */
  readonly description: string;
  /** `--json` and `--help` come with every command. */
  readonly options: readonly Option[];
  run(args: Arguments, host: Host): Promise<ExitCode>;
}

export const standardOptions: readonly Option[] = [
  { name: "json", help: "print JSON instead of lines for reading" },
  { name: "help", short: "h", help: "show this help" },
];
