/** What is loaded when it is first asked for, and again after that failed. */
export function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    const pending = loading ?? load();
    pending.catch(() => {
      if (loading === pending) loading = undefined;
    });
    return loading = pending;
  };
}
