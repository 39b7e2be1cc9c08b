/** markdown-it carries no types of its own. */
declare module "markdown-it" {
  export default function markdownIt(options: object): unknown;
}
