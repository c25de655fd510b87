import { createHash } from "node:crypto";
import type { Command } from "./engine";

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

/**
 * Upstash scripts may open with `#!lua flags=…`, which plain Redis does not know. It is taken off,
 * and the script stays known by the digest the client computed over the whole text.
 */
export class Scripts {
  private readonly byDigest = new Map<string, { plain: string; digest: string }>();

  private remember(script: string): string {
    const plain = script.replace(/^#![^\n]*\n/, "\n");
    this.byDigest.set(sha1(script), { plain, digest: sha1(plain) });
    return plain;
  }

  /** The command as plain Redis understands it. `inline`: the engine keeps no scripts, so EVALSHA becomes EVAL. */
  rewrite(command: Command, inline: boolean): Command {
    const [name = "", first = "", ...rest] = command;
    switch (name.toUpperCase()) {
      case "EVAL":
      case "EVAL_RO":
        return [name, this.remember(first), ...rest];
      case "EVALSHA":
      case "EVALSHA_RO": {
        const known = this.byDigest.get(first.toLowerCase());
        if (!inline) return [name, known?.digest ?? first, ...rest];
        if (!known) throw new Error("NOSCRIPT No matching script. Please use EVAL.");
        return ["EVAL", known.plain, ...rest];
      }
      case "SCRIPT":
        return first.toUpperCase() === "LOAD" ? [name, first, this.remember(rest[0] ?? "")] : command;
      default:
        return command;
    }
  }

  /** The digest a client expects back from SCRIPT LOAD; undefined for any other command. */
  loaded(command: Command): string | undefined {
    const [name = "", kind = "", script = ""] = command;
    return name.toUpperCase() === "SCRIPT" && kind.toUpperCase() === "LOAD" ? sha1(script) : undefined;
  }
}
