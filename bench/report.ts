/** Prints one time. */
export function reportTime(name: string, time: number, note = ""): void {
  console.log(`  ${name.padEnd(60)} ${milliseconds(time).padStart(10)}   ${note}`.trimEnd());
}

export function reportHeading(heading: string): void {
  console.log(`\n${heading}`);
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
