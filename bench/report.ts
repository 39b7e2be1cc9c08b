/** Prints one figure: how often the yardstick's time it takes, then the time itself. */
export function reportRatio(name: string, time: number, yardstick: number, note = ""): void {
  console.log(`  ${name.padEnd(46)} ${ratio(time / yardstick).padStart(9)} ×   ${milliseconds(time).padStart(10)}${note === "" ? "" : `   ${note}`}`);
}

export function reportTime(name: string, time: number, note = ""): void {
  console.log(`  ${name.padEnd(46)} ${"".padStart(9)}     ${milliseconds(time).padStart(10)}${note === "" ? "" : `   ${note}`}`);
}

export function reportHeading(heading: string): void {
  console.log(`\n${heading}`);
}

function ratio(value: number): string {
  return value < 0.095 ? value.toFixed(3) : value < 9.95 ? value.toFixed(2) : value.toFixed(0);
}

function milliseconds(value: number): string {
  return `${value < 9.95 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
