/** Prints one figure: how often the yardstick's time it takes, then the time itself. */
export function reportRatio(name: string, time: number, yardstick: number, note = ""): void {
  reportLine(name, ratio(time / yardstick), milliseconds(time), note);
}

export function reportTime(name: string, time: number, note = ""): void {
  reportLine(name, "", milliseconds(time), note);
}

export function reportShare(name: string, share: number, note = ""): void {
  reportLine(name, ratio(share), "", note);
}

export function reportHeading(heading: string): void {
  console.log(`\n${heading}`);
}

export function reportLine(name: string, ratio: string, time: string, note: string): void {
  console.log(`  ${name.padEnd(50)} ${ratio.padStart(9)} ${time.padStart(10)}   ${note}`.trimEnd());
}

/** Says beside a figure what it may be at most, and whether it is. */
export function limited(value: number, limit: number, unit: "ms" | "×", what = ""): string {
  return `limit ${limit} ${unit}${what === "" ? "" : ` ${what}`}: ${value <= limit ? "ok" : "OVER"}`;
}

export function ratio(value: number): string {
  return `${value < 0.095 ? value.toFixed(3) : value < 9.95 ? value.toFixed(2) : value < 999.5 ? value.toFixed(0) : Math.round(value).toLocaleString("en")} ×`;
}

export function milliseconds(value: number): string {
  if (value >= 9950) return `${(value / 1000).toFixed(1)} s`;
  return `${value < 9.95 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
