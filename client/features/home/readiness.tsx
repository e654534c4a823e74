import { useState } from "react";
import { install, useInstallOffer } from "../../chrome/install-offer.ts";
import { useShellState } from "../../chrome/shell-state.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { InstallIcon, TickIcon } from "../../ui/icons.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useTold } from "./use-told.ts";

/** Set when the person has said that the home screen can wait. */
const DECLINED = "paintbox.install-declined";

type ReadinessProps = {
  /** The tablet takes no edits just now: that it is ready for them would be a lie. */
  readonly isOver: boolean;
  /** Records are on it; `undefined` until that is known. */
  readonly filled: boolean | undefined;
};

/** What a painter wants to know before driving off: does it work with no signal, and is it on the home screen. */
export function Readiness({ isOver, filled }: ReadinessProps) {
  const { t } = useWords();
  const shell = useShellState();
  const { show } = useToast();
  const { phase } = useSyncState();
  // The first pull comes in pages; any later one is no news to a tablet that is ready.
  const [settled, setSettled] = useState(false);
  if (!settled && filled && phase !== "receiving") setSettled(true);
  const update = async () => {
    const { applyUpdate } = await import("../../chrome/service-worker.ts");
    if (!(await applyUpdate())) show({ text: t.updateUnsaved });
  };
  if (shell === "update") {
    return (
      <Notice rank={ranks.update}>
        <Banner
          tone="next"
          action={<Button onClick={() => void update()}>{t.updateAction}</Button>}
        >
          {t.updateReady}
        </Banner>
      </Notice>
    );
  }
  if (shell === "none" || filled === undefined) return null;
  // Without a connection nothing is getting ready; the chip in the header says what is the matter.
  if (!filled && phase !== "receiving" && phase !== "idle") return null;
  const isReady = shell !== "installing" && filled;
  return isOver || (isReady && !settled) ? null : <ReadyAndInstall isReady={isReady} />;
}

/** Says once that the tablet is ready, and offers to install; a person who has installed or declined is left alone. */
function ReadyAndInstall({ isReady }: { readonly isReady: boolean }) {
  const { t } = useWords();
  const offer = useInstallOffer();
  const [declined, setDeclined] = useState(() => localStorage.getItem(DECLINED) !== null);
  const isLeftAlone = offer === "installed" || declined;
  const told = useTold("ready-told", isReady && !isLeftAlone);
  const decline = () => {
    localStorage.setItem(DECLINED, "1");
    setDeclined(true);
  };
  return (
    <>
      {/* One banner for both, so that whoever listens hears how it changes. */}
      {isReady && (told || isLeftAlone) ? null : (
        <Notice rank={ranks.ready}>
          <Banner icon={isReady ? <TickIcon /> : null}>
            {isReady ? t.offlineReady : t.offlineGettingReady}
          </Banner>
        </Notice>
      )}
      {!isReady || isLeftAlone ? null : (
        <Notice rank={ranks.install}>
          <Banner
            tone="next"
            icon={<InstallIcon />}
            action={
              <>
                <Button variant="quiet" onClick={decline}>
                  {t.installLater}
                </Button>
                {offer === "prompt" ? (
                  <Button onClick={() => void install()}>{t.installAction}</Button>
                ) : null}
              </>
            }
          >
            <strong>{t.installTitle}.</strong>{" "}
            {offer === "prompt" ? t.installLead : t.installByHand}
          </Banner>
        </Notice>
      )}
    </>
  );
}
