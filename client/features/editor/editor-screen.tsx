import { useMemo } from "react";
import { estimateNames } from "../../chrome/estimate-names.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { usePricing } from "../../chrome/pricing.ts";
import { shownOption } from "../../chrome/shown-option.ts";
import { siteLine } from "../../chrome/site-line.ts";
import { usePricedEstimate } from "../../chrome/use-priced-estimate.ts";
import { useConflicts } from "../../local/hooks/use-trouble.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Screen } from "../../ui/screen.tsx";
import { TwoPane } from "../../ui/two-pane.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { AreaList } from "./area-list.tsx";
import { AreaPane } from "./area-pane.tsx";
import { estimateAddress } from "./addresses.ts";
import { EditorBar } from "./editor-bar.tsx";
import { type Editor, type EditorGround, EditorProvider } from "./editor-context.tsx";
import { ItemPane } from "./item-pane.tsx";
import { RunningPrice } from "./running-price.tsx";
import { UndoButtons } from "../../chrome/undo-buttons.tsx";
import { useRetryOnLeave } from "../../chrome/use-retry-on-leave.ts";
import { useWide } from "./use-wide.ts";

type EditorScreenProps = {
  readonly opened: OpenedEstimate;
  readonly areaId: string | null;
  readonly itemId: string | null;
};

/** The areas of an estimate and the one being measured: one after the other upright, both lying down. */
export function EditorScreen({ opened, areaId, itemId }: EditorScreenProps) {
  const { t } = useWords();
  const ground = useGroundOf(opened);
  const editor = useEditorOf(opened, ground);
  const wide = useWide();
  useRetryOnLeave();
  const { estimate, areas, items } = opened.estimate;
  const chosen = areas.find(({ area }) => area.id === areaId);
  // Lying down there is room for an area even when none was asked for.
  const onNothing = areaId === null && itemId === null;
  const shown = chosen ?? (wide && onNothing ? areas[0] : undefined);
  const item = items.find(({ id }) => id === itemId);
  const customer = opened.customer?.name ?? (estimate.title || t.homeUntitled);
  const onList = wide || onNothing;
  const named = item ? editor.names.item(item.id) || t.homeUntitled : chosen?.area.name;
  const isEmpty = areas.length === 0 && items.length === 0;

  return (
    <EditorProvider ground={ground} editor={editor}>
      <Screen
        fill
        header={
          <EstimateHeader
            estimateId={estimate.id}
            title={onList ? customer : (named ?? customer)}
            detail={onList ? siteLine(estimate) : customer}
            backTo={onList ? "/" : estimateAddress(estimate.id)}
            actions={<UndoButtons estimateId={estimate.id} />}
          />
        }
        bar={wide || isEmpty ? null : <EditorBar area={chosen?.area} />}
      >
        <TwoPane
          show={onNothing ? "list" : "detail"}
          list={
            <AreaList
              currentId={wide ? (shown?.area.id ?? itemId ?? undefined) : undefined}
              wide={wide}
            />
          }
          detail={
            itemId === null ? (
              <AreaPane found={shown} asked={areaId !== null} />
            ) : (
              <ItemPane item={item} />
            )
          }
          price={wide && !isEmpty ? <RunningPrice /> : null}
        />
      </Screen>
    </EditorProvider>
  );
}

const none: Editor["conflicts"] = [];

function useGroundOf({ estimate: { estimate }, priceBook }: OpenedEstimate): EditorGround {
  const conflicts = useConflicts(estimate.id) ?? none;
  const { readOnly = false } = useLocal();
  const locked = readOnly || estimate.status === "accepted";
  return useMemo(() => ({ priceBook, locked, conflicts }), [priceBook, locked, conflicts]);
}

function useEditorOf({ estimate, priceBook }: OpenedEstimate, ground: EditorGround): Editor {
  const { language } = useWords();
  const priced = usePricedEstimate(estimate, priceBook);
  const problemWords = usePricing()?.problemWords ?? null;
  return useMemo(
    () => ({
      ...ground,
      estimate,
      priced,
      option: shownOption(estimate.estimate, priced),
      names: estimateNames(estimate, priceBook, language),
      problemWords,
    }),
    [ground, estimate, priceBook, priced, problemWords, language],
  );
}
