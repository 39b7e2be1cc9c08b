/** How the scan treats an ASCII character; all others are text. */
export const characterRole = { text: 0, opener: 1, closer: 2, special: 3, shortVerb: 4 } as const;

/** The roles of characters in one document, which `\MakeShortVerb` and its kin change. */
export class CharacterRoles {
  readonly #roles = new Uint8Array(128);

  constructor() {
    this.#set("{[(<", characterRole.opener);
    this.#set("}])>", characterRole.closer);
    this.#set("\\%\n\r", characterRole.special);
  }

  of(code: number): number {
    return code < 128 ? this.#roles[code] ?? characterRole.text : characterRole.text;
  }

  /** Makes a character that is text otherwise a delimiter of verbatim text, or text again. */
  setShortVerb(code: number, isDelimiter: boolean): void {
    const role = this.of(code);
    if (code < 128 && (role === characterRole.text || role === characterRole.shortVerb)) {
      this.#roles[code] = isDelimiter ? characterRole.shortVerb : characterRole.text;
    }
  }

  #set(characters: string, role: number): void {
    for (const character of characters) this.#roles[character.charCodeAt(0)] = role;
  }
}
