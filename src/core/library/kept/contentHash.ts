/** 128 bits that tell contents apart, whoever wrote them; no protection against somebody who wants two to look the same. */
export type ContentHash = Int32Array;

/** How many bytes are taken in one step. */
const stepLength = 1 << 21;
/** How many bytes are taken together: four of each quarter of the hash. */
const blockLength = 16;

/** The hash of some bytes, in steps. Whatever changes in four bytes alone changes the hash, and other changes do so but for one in 2¹²⁸. */
export function* hashInSteps(bytes: Uint8Array): Generator<void, ContentHash> {
  const hash = Int32Array.of(0x243f6a88, 0x05a308d3, 0x13198a2e, 0x03707344);
  const whole = bytes.length - bytes.length % blockLength;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < whole; start += stepLength) {
    addBlocks(hash, view, start, Math.min(start + stepLength, whole));
    yield;
  }
  const rest = new DataView(new ArrayBuffer(2 * blockLength));
  for (let place = whole; place < bytes.length; place++) rest.setUint8(place - whole, bytes[place] ?? 0);
  rest.setFloat64(blockLength, bytes.length, true);
  addBlocks(hash, rest, 0, rest.byteLength);
  // what came last has reached all quarters then
  for (let round = 0; round < 4; round++) addBlocks(hash, new DataView(new ArrayBuffer(blockLength)), 0, blockLength);
  return hash;
}

/** Each quarter takes in a number, and its neighbour, so that nothing stays in one of them. */
function addBlocks(hash: ContentHash, view: DataView, start: number, end: number): void {
  let [a, b, c, d] = hash as unknown as [number, number, number, number];
  for (let place = start; place < end; place += blockLength) {
    a = mixed(a ^ view.getInt32(place, true), 0x9e3779b1) + b | 0;
    b = mixed(b ^ view.getInt32(place + 4, true), 0x85ebca77) + c | 0;
    c = mixed(c ^ view.getInt32(place + 8, true), 0xc2b2ae3d) + d | 0;
    d = mixed(d ^ view.getInt32(place + 12, true), 0x27d4eb2f) + a | 0;
  }
  hash.set([a, b, c, d]);
}

function mixed(value: number, factor: number): number {
  const product = Math.imul(value, factor);
  return product << 15 | product >>> 17;
}

export function isSameHash(hash: ContentHash, other: ContentHash): boolean {
  return hash.length === other.length && hash.every((part, place) => part === other[place]);
}

/** As a part of a file's name. */
export function shownHash(hash: ContentHash): string {
  return Array.from(hash, (part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
