/** The three ways a command ends (a contract; `--help` says them). A greater one outweighs a lesser one. */
export type ExitCode = 0 | 1 | 2;

export const fine: ExitCode = 0;
export const problemsFound: ExitCode = 1;
/** Wrong use, files that cannot be read, and bugs of ours. */
export const wrongUse: ExitCode = 2;

export function worst(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((a, b) => a > b ? a : b, fine);
}

/** The command line was used wrongly; `message` says how and names a way out. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
