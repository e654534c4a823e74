import { newSurface } from "../../../shared/pricing/default-surfaces.ts";
import { useSay } from "../../chrome/use-say.ts";
import { addSurface } from "../../local/actions/add-surface.ts";
import { editEstimate } from "../../local/actions/edit-estimate.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import type { SaveResult } from "../../local/save-result.ts";
import type { Fix } from "./problem-fixes.ts";

/** Does what a fix says: an edit like any other, with Undo at the top. */
export function useFix(estimateId: string): (fix: Fix) => void {
  const local = useLocal();
  const say = useSay();
  return (fix) => void say(apply(local, estimateId, fix));
}

function apply(local: Local, estimateId: string, fix: Fix): Promise<SaveResult<unknown>> {
  switch (fix.kind) {
    case "add-surface":
      return addSurface(local, fix.areaId, newSurface(fix.substrate, fix.painted));
    case "paint":
      return setSurface(local, fix.surfaceId, "painted", true);
    case "primer":
      return setSurface(local, fix.surfaceId, "primer", fix.primer);
    case "lead":
      return editEstimate(local, estimateId, "leadSafe", fix.leadSafe);
    case "discounts":
      return editEstimate(local, estimateId, "discounts", fix.discounts);
  }
}
