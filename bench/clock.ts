/** A moment, by all clocks that are needed to tell how long this process was at something. */
export interface Moment {
  readonly wall: number;
  readonly worked: number;
  readonly idle: number;
}

export function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), worked: (user + system) / 1000, idle: performance.eventLoopUtilization().idle };
}

/** Of shorter times the processor's clock knows too little, in milliseconds. */
const shortest = 1;

/**
 * Milliseconds since a moment, without those in which other processes had the processor: the time that this one has worked and waited
 * for its timers. Where it works on several processors at once, what has passed is less and counts.
 */
export function timeSince(start: Moment): number {
  const end = now();
  const passed = end.wall - start.wall;
  return passed < shortest ? passed : Math.min(passed, end.worked - start.worked + end.idle - start.idle);
}
