import assert from "node:assert/strict";
import { createPause } from "../../../src/worker/pause";

/** Works for longer than a turn may take, by the same clock. */
function workLong(): void {
  const start = performance.now();
  while (performance.now() - start < 15);
}

describe("Turns for the host", () => {
  it("are given once work has gone on for long, counted from where it began in a turn", async () => {
    const pause = createPause();
    assert.equal(pause(), undefined);
    workLong();
    const turn = pause();
    assert.ok(turn);
    assert.equal(pause(true), turn, "one for all work of the thread");
    await turn;
  });

  it("are not given to work that is short, whatever was done in turns before", async () => {
    const pause = createPause();
    assert.equal(pause(), undefined);
    workLong();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    assert.equal(pause(), undefined);
  });

  it("are given when they are asked for", async () => {
    const turn = createPause()(true);
    assert.ok(turn);
    await turn;
  });
});
