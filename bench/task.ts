import { fork } from "node:child_process";

/** A measurement in a process of its own, so that neither compiled code nor memory of another one counts in it. */
export interface Task {
  readonly name: string;
  /** Says what it has measured as it goes, so that what is known stays known where it takes too long. */
  readonly run: (args: readonly string[], say: (result: unknown) => void) => void | Promise<void>;
}

export type TaskEnd = "done" | "took too long" | "failed";

export interface TaskOptions<Result> {
  readonly args: readonly string[];
  /** How long it may say nothing, in milliseconds. */
  readonly patience?: number;
  readonly onResult: (result: Result) => void;
}

/** The results are what the task of this name says; nothing else is between the two. */
export function runTask<Result>(name: string, { args, patience = 120_000, onResult }: TaskOptions<Result>): Promise<TaskEnd> {
  return new Promise((resolve) => {
    const execArgv = ["--expose-gc", "--max-old-space-size=8192"];
    const child = fork(process.argv[1] ?? "", ["task", name, ...args], { execArgv, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    let end: TaskEnd | undefined;
    const giveUp = (): void => {
      end = "took too long";
      child.kill("SIGKILL");
    };
    let timer = setTimeout(giveUp, patience);
    child.on("message", (result) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      onResult(result as Result);
    });
    child.on("error", () => end = "failed");
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(end ?? (code === 0 ? "done" : "failed"));
    });
  });
}

/** The one result of a task; `undefined` where it came to none. */
export async function resultOf<Result>(name: string, args: readonly string[]): Promise<Result | undefined> {
  let found: Result | undefined;
  await runTask<Result>(name, { args, onResult: (result) => found = result });
  return found;
}
