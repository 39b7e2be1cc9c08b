import type * as WorkerThreads from "node:worker_threads";
import type { StartThread, Thread, ThreadEvents } from "./connection";
import type { FromWorker } from "./protocol";

/**
 * Threads as hosts have them, the first kind that is to be had: those of Node, or a browser's workers. Both run the text of the bundle, since
 * a file of an extension has an address that a worker can open in some hosts alone.
 */
export function threadOf(bundle: string): StartThread {
  return async (events) => {
    const { Worker } = await import("node:worker_threads").catch(() => ({ Worker: undefined }));
    return Worker === undefined ? startWebWorker(bundle, events) : startNodeThread(Worker, bundle, events);
  };
}

function startNodeThread(Worker: typeof WorkerThreads.Worker, bundle: string, { heard, ended }: ThreadEvents): Thread {
  const script = workerScript(bundle, `const { parentPort } = require("node:worker_threads");
    serve({ post: (message) => parentPort.postMessage(message), listen: (heard) => parentPort.on("message", heard) });`);
  const worker = new Worker(script, { eval: true, name: "sourcebook", execArgv: [] });
  worker.on("message", heard);
  worker.on("error", ended);
  worker.on("exit", (code) => ended(new Error(`The thread that formats references ended with code ${code}.`)));
  return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
}

/** What of a browser's worker is used here. */
interface WebWorker {
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

function startWebWorker(bundle: string, { heard, ended }: ThreadEvents): Thread {
  const { Worker } = globalThis as { readonly Worker?: new (url: string, options: { readonly name: string }) => WebWorker };
  if (Worker === undefined) throw new Error("This host has no threads.");
  const script = workerScript(bundle, "serve({ post: (message) => self.postMessage(message), listen: (heard) => self.onmessage = ({ data }) => heard(data) });");
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url, { name: "sourcebook" });
  worker.onmessage = ({ data }) => {
    // The worker runs, so the script has been read.
    if (data.kind === "ready") URL.revokeObjectURL(url);
    heard(data);
  };
  worker.onerror = ({ message = "" }) => ended(new Error(`The thread that formats references failed. ${message}`.trimEnd()));
  worker.onmessageerror = () => ended(new Error("The thread that formats references could not be understood."));
  return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}

/** The bundle as a script of its own, which then does `begin` with the bundle's `serve`. */
function workerScript(bundle: string, begin: string): string {
  return `(() => {
    const module = { exports: {} };
    ((module, exports) => {\n${bundle}\n})(module, module.exports);
    const { serve } = module.exports;
    ${begin}
  })();\n//# sourceURL=sourcebook/references.js`;
}
