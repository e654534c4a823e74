import { useLocation } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { defaultSurfaces } from "../../../shared/pricing/default-surfaces.ts";
import { addArea } from "../../local/actions/add-area.ts";
import { cloneArea } from "../../local/actions/clone-area.ts";
import { removeArea } from "../../local/actions/remove-area.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { readHistory } from "../../local/queries/history.ts";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { areaAddress, estimateAddress } from "./addresses.ts";
import { numberedName } from "./area-names.ts";
import { useEditor } from "./editor-context.tsx";
import { type AreaKind, newArea } from "./new-area.ts";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";

/** What can be done with whole areas. Each is saved before anything is said or opened. */
export function useAreaActions() {
  const local = useLocal();
  const { t } = useWords();
  const say = useSay();
  const { estimate, priceBook } = useEditor();
  const toast = useToast();
  const [, navigate] = useLocation();
  const estimateId = estimate.estimate.id;
  const { areas } = estimate;

  return {
    add: async (kind: AreaKind) => {
      const taken = areas.map(({ area }) => area.name);
      const ofKind = areas.filter(({ area }) => area.kind === kind).length;
      const nameOf = kind === "room" ? t.areasRoomNumbered : t.areasSideNumbered;
      const area = newArea(kind, numberedName(nameOf, ofKind + 1, taken), priceBook, areas);
      const surfaces = defaultSurfaces(priceBook, kind);
      const result = await say(addArea(local, estimateId, area, surfaces));
      if (result.ok) navigate(areaAddress(estimateId, result.value, "length"));
    },
    clone: async (area: RecordOf<"area">) => {
      await draftsOf(local).settle();
      const result = await say(cloneArea(local, area.id));
      if (!result.ok) return;
      navigate(areaAddress(estimateId, result.value));
      toast.show({ text: t.areasCloned(area.name) });
    },
    remove: async (area: RecordOf<"area">) => {
      await draftsOf(local).settle();
      const result = await say(removeArea(local, area.id));
      if (!result.ok) return;
      navigate(estimateAddress(estimateId));
      const bringBack = async () => {
        const { undoes } = await readHistory(local, estimateId);
        if (undoes === "area.remove") await say(undo(local, estimateId));
        else toast.show({ text: t.editorUndoFromTop });
      };
      const action = { label: t.undo, onAct: () => void bringBack() };
      toast.show({ text: t.areasRemoved(area.name), action });
    },
  };
}
