import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { ReferenceEngine } from "../core/ports";
import { runCommandLine } from "./commandLine";
import { disk } from "./diskWorkspace";
import { wrongUse } from "./exitCodes";
import type { Output } from "./host";
import { styleFilesIn } from "./styleFiles";

/** From package.json, put in by the bundler. */
declare const SOURCEBOOK_VERSION: string;

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has enough (`| head`) closes the pipe, which is no failure.
    if (error.code === "EPIPE") process.exit();
    process.exitCode = wrongUse;
    if (stream !== process.stderr) process.stderr.write(`sourcebook: Not everything could be written: ${error.message}.\n`);
    process.exit();
  });
  return { isTerminal: stream.isTTY, write: (text) => void stream.write(text) };
}

let engine: Promise<ReferenceEngine> | undefined;
/** The slow part is in the same file but evaluated only when it is wanted. */
const loadEngine = (): Promise<ReferenceEngine> => engine ??= import("../core/format/referenceEngine")
  .then(({ createReferenceEngine }) => createReferenceEngine(styleFilesIn(join(__dirname, "../data/styles"))));

// V8 lets its memory double and more before it looks through all of it: what is left of a file of ten megabytes would take a gigabyte.
setFlagsFromString("--heap-growing-percent=40");

const stdout = outputTo(process.stdout);
const stderr = outputTo(process.stderr);
// The code is set rather than exited with, so that all output is written first.
void runCommandLine(process.argv.slice(2), { cwd: process.cwd(), version: SOURCEBOOK_VERSION, stdout, stderr, disk, loadEngine })
  .then((code) => process.exitCode = code);
