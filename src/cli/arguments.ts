import { nearestName } from "./nearestName";
import { UsageError } from "./exitCodes";

/** An option as the tables of commands and the help name it. */
export interface Option {
  /** Without dashes. */
  readonly name: string;
  /** One letter, without its dash. */
  readonly short?: string;
  /** What its value is called in the help (`N`); an option without one is a switch. */
  readonly value?: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
  readonly help: string;
}

/** Arguments as read. Of an option given several times the last one wins, unless it is repeatable. */
export interface Arguments {
  readonly operands: readonly string[];
  has(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/**
 * Reads arguments by a table of options: `--name value`, `--name=value`, `--` before operands that begin with a dash. A lone `-`
 * is an operand. Throws `UsageError` for what is not in the table.
 */
export function readArguments(args: readonly string[], options: readonly Option[]): Arguments {
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  const add = ({ name }: Option, value: string): void => void values.set(name, [...values.get(name) ?? [], value]);
  const open = [...args];
  for (let argument = open.shift(); argument !== undefined; argument = open.shift()) {
    if (argument === "--") {
      operands.push(...open.splice(0));
    } else if (!isOption(argument)) {
      operands.push(argument);
    } else {
      const [written, inline] = splitOnce(argument, "=");
      const option = findOption(written, options);
      add(option, option.value === undefined ? valueOfSwitch(option, inline) : checked(option, inline ?? nextValue(option, open)));
    }
  }
  return {
    operands,
    has: (name) => values.has(name),
    value: (name) => values.get(name)?.at(-1),
    values: (name) => values.get(name) ?? [],
  };
}

export function isOption(argument: string): boolean {
  return argument.startsWith("-") && argument !== "-";
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function findOption(written: string, options: readonly Option[]): Option {
  const option = options.find(({ name, short }) => written === `--${name}` || (short !== undefined && written === `-${short}`));
  if (option !== undefined) return option;
  const nearest = nearestName(written, options.map(({ name }) => `--${name}`));
  const wayOut = nearest === undefined ? "What begins with a dash and is no option goes behind “--”." : `Did you mean “${nearest}”?`;
  throw new UsageError(`There is no option “${written}” here. ${wayOut}`);
}

function valueOfSwitch({ name }: Option, inline: string | undefined): string {
  if (inline !== undefined) throw new UsageError(`“--${name}” takes no value.`);
  return "";
}

function nextValue({ name, value }: Option, open: string[]): string {
  const next = open[0];
  if (next === undefined || isOption(next)) throw new UsageError(`“--${name}” needs a value: --${name} ${value ?? ""}. One that begins with a dash is written --${name}=….`);
  open.shift();
  return next;
}

function checked({ name, choices }: Option, value: string): string {
  if (choices === undefined || choices.includes(value)) return value;
  const nearest = nearestName(value, choices);
  throw new UsageError(`“--${name}” knows ${choices.join(", ")}, not “${value}”.${nearest === undefined ? "" : ` Did you mean “${nearest}”?`}`);
}
