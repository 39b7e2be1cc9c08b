/** Longer texts than this are not compared letter by letter: the cost grows with the square of their length. */
const longestCompared = 200;

/** The rows of the table of distances that are still needed; kept, as there may be a hundred thousand comparisons for one answer. */
const rows = [0, 1, 2].map(() => new Uint16Array(longestCompared + 2)) as [Uint16Array, Uint16Array, Uint16Array];

/**
 * The number of letters to insert, delete, replace or swap (optimal string alignment distance), or `Infinity` once it
 * exceeds `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > longestCompared || b.length > longestCompared) return Infinity;
  const band = Math.min(Math.floor(most), longestCompared);
  let [beforePrevious, previous, current] = rows;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    // further from the diagonal all distances exceed `most`
    const first = Math.max(1, row - band);
    const last = Math.min(b.length, row + band);
    current[first - 1] = first === 1 ? row : band + 1;
    let least = current[first - 1] ?? 0;
    for (let column = first; column <= last; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let distance = (previous[column - 1] ?? 0) + (isSame ? 0 : 1);
      distance = Math.min(distance, (current[column - 1] ?? 0) + 1, (previous[column] ?? 0) + 1);
      if (row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)) {
        distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current[column] = distance;
      if (distance < least) least = distance;
    }
    current[last + 1] = band + 1;
    if (least > most) return Infinity;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  const distance = previous[b.length] ?? Infinity;
  return distance > most ? Infinity : distance;
}
