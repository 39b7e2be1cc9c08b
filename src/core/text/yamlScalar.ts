/** A text as a value in YAML, alone or in a list in brackets: in quotation marks wherever something in it could mean anything else. */
export function yamlScalar(text: string): string {
  return /^[\w./~][\w./~-]*$/.test(text) && text !== "~" ? text : JSON.stringify(text);
}
