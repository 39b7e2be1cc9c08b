/** How long an answer waits for what takes longer the first time, in milliseconds: a few frames. */
const longestWait = 50;

/** What comes of `wanted` where that comes soon and does not fail; otherwise what can be said without it. `wait` is in milliseconds. */
export async function inTime<T, U>(wanted: Promise<T>, otherwise: () => U, wait = longestWait): Promise<T | Awaited<U>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<undefined>((resolve) => timer = setTimeout(() => resolve(undefined), wait));
  const come = wanted.then((value) => ({ value }), () => undefined);
  const found = await Promise.race([come, end]);
  clearTimeout(timer);
  return found === undefined ? await otherwise() : found.value;
}
