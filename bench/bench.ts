import { completingTask } from "./completing";
import { corpusNamed } from "./corpora";
import { editingTask } from "./editing";
import { growthTask } from "./growth";
import { loadingTask } from "./loading";
import { memoryTask } from "./memory";
import { parts } from "./parts";
import { readingTask } from "./reading";
import { searchingTask } from "./searching";
import type { Task } from "./task";

const tasks: readonly Task[] = [readingTask, growthTask, memoryTask, loadingTask, searchingTask, completingTask, editingTask];

/** `parts` lists the parts; `part NAME [SIZE]…` runs one; `task NAME [ARGUMENT]…` runs a measurement in the process of its own. */
async function main([kind, name, ...args]: readonly string[]): Promise<void> {
  if (kind === "parts") console.log(JSON.stringify(parts.map(({ name, about }) => ({ name, about }))));
  else if (kind === "task") await tasks.find((task) => task.name === name)?.run(args, (result) => process.send?.(result));
  else await parts.find((part) => part.name === name)?.run(args.map(corpusNamed));
  // a task's channel would keep its process alive
  if (process.connected) process.disconnect();
}

void main(process.argv.slice(2));
