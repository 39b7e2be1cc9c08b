import type { Command } from "../command";
import { check } from "./check";
import { convert } from "./convert";
import { format } from "./format";
import { list } from "./list";
import { scan } from "./scan";
import { search } from "./search";

/** In the order of the help. */
export const commands: readonly Command[] = [list, search, scan, check, format, convert];
