import { hearsay, okoro, sable } from "./world/creators/bands";
import { harbour, loom, lume } from "./world/creators/makers";
import { ines, kestrel, layla } from "./world/creators/rooms";
import { fenn, ida, marisol } from "./world/creators/songwriters";
import { admin, fans } from "./world/people";
import type { WorldAdmin, WorldCreator, WorldFan } from "./world/types";

export type * from "./world/types";

/** The people and their works that a fresh machine begins with. All invented. */
export const world: { creators: WorldCreator[]; fans: WorldFan[]; admin: WorldAdmin } = {
  creators: [marisol, okoro, ines, fenn, ida, hearsay, layla, kestrel, sable, loom, lume, harbour],
  fans,
  admin,
};
