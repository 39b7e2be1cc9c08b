/** Longer texts than this are not compared letter by letter: the cost grows with the square of their length. */
const longestCompared = 200;

/**
 * The number of letters to insert, delete, replace or swap (optimal string alignment distance), or `Infinity` once it
 * exceeds `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > longestCompared || b.length > longestCompared) return Infinity;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let distance = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, at(beforePrevious, column - 2) + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  const distance = at(previous, b.length);
  return distance > most ? Infinity : distance;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
