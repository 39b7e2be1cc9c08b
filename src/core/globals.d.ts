/** The few globals that every host of the core has (WHATWG Encoding); declared here because core sees neither the DOM's nor Node's types. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array;
}
