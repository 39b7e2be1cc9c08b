/** The first of `count` places for which something holds that holds for all behind it too; `count` where it holds for none. */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the last of the sorted numbers that is not greater than `limit`, or -1. A loop of its own: Markdown asks it for every offset. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
