/** The few globals that every host of the core has (WHATWG Encoding); declared here because core sees neither the DOM's nor Node's types. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}

declare class TextEncoder {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
  encode(input: string): Uint8Array;
}
