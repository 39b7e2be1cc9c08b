/** What data compressed in zlib's format holds, with what every host has, browsers and Node alike. */
export async function inflate(data: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  // broken data rejects the reading below, too
  writer.write(data).then(() => writer.close()).catch(() => undefined);
  return concat(await chunksOf(stream.readable.getReader()));
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
}

async function chunksOf(reader: Reader): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) if (next.value instanceof Uint8Array) chunks.push(next.value);
  return chunks;
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return whole;
}
