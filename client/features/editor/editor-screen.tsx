import { useMemo } from "react";
import { estimateNames } from "../../chrome/estimate-names.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { shownOption } from "../../chrome/shown-option.ts";
import { siteLine } from "../../chrome/site-line.ts";
import { usePricedEstimate } from "../../chrome/use-priced-estimate.ts";
import { Screen } from "../../ui/screen.tsx";
import { TwoPane } from "../../ui/two-pane.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { AreaList } from "./area-list.tsx";
import { AreaPane } from "./area-pane.tsx";
import { estimateAddress } from "./addresses.ts";
import { EditorBar } from "./editor-bar.tsx";
import { type Editor, EditorProvider } from "./editor-context.tsx";
import { RunningPrice } from "./running-price.tsx";
import { UndoButtons } from "../../chrome/undo-buttons.tsx";
import { useRetryOnLeave } from "../../chrome/use-retry-on-leave.ts";
import { useWide } from "./use-wide.ts";

type EditorScreenProps = { readonly opened: OpenedEstimate; readonly areaId: string | null };

/** The areas of an estimate and the one being measured: one after the other upright, both lying down. */
export function EditorScreen({ opened, areaId }: EditorScreenProps) {
  const { t } = useWords();
  const editor = useEditorOf(opened);
  const wide = useWide();
  useRetryOnLeave();
  const { estimate, areas } = opened.estimate;
  const chosen = areas.find(({ area }) => area.id === areaId);
  // Lying down there is room for an area even when none was asked for.
  const shown = chosen ?? (wide && areaId === null ? areas[0] : undefined);
  const customer = opened.customer?.name ?? (estimate.title || t.homeUntitled);
  const onList = wide || areaId === null;

  return (
    <EditorProvider editor={editor}>
      <Screen
        fill
        header={
          <EstimateHeader
            estimateId={estimate.id}
            title={onList ? customer : (chosen?.area.name ?? customer)}
            detail={onList ? siteLine(estimate) : customer}
            backTo={onList ? "/" : estimateAddress(estimate.id)}
            actions={<UndoButtons estimateId={estimate.id} />}
          />
        }
        bar={wide || areas.length === 0 ? null : <EditorBar area={chosen?.area} />}
      >
        <TwoPane
          show={areaId === null ? "list" : "detail"}
          list={<AreaList currentId={wide ? shown?.area.id : undefined} wide={wide} />}
          detail={<AreaPane found={shown} asked={areaId !== null} />}
          price={wide && areas.length > 0 ? <RunningPrice /> : null}
        />
      </Screen>
    </EditorProvider>
  );
}

function useEditorOf({ estimate, priceBook }: OpenedEstimate): Editor {
  const { language } = useWords();
  const priced = usePricedEstimate(estimate, priceBook);
  return useMemo(
    () => ({
      estimate,
      priceBook,
      priced,
      option: shownOption(estimate.estimate, priced),
      names: estimateNames(estimate, priceBook, language),
      locked: estimate.estimate.status === "accepted",
    }),
    [estimate, priceBook, priced, language],
  );
}
