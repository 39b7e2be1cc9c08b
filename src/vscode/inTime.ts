/** How long an answer waits for what takes longer the first time, in milliseconds: a few frames. */
const longestWait = 50;

/** What comes of `wanted` where that comes soon and does not fail; otherwise what can be said without it. */
export async function inTime<T, U>(wanted: Promise<T>, otherwise: () => U): Promise<T | U> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<undefined>((resolve) => timer = setTimeout(() => resolve(undefined), longestWait));
  const come = wanted.then((value) => ({ value }), () => undefined);
  const found = await Promise.race([come, end]);
  clearTimeout(timer);
  return found === undefined ? otherwise() : found.value;
}
