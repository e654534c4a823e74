import { useEffect, useState } from "react";
import { encode } from "uqr";
import { type Pairing, shownPairingCode } from "../../../shared/session/pairing.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { devices } from "../../words/devices.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { askPairing, beginPairing } from "./ask-devices.ts";
import css from "./devices.module.css";

export type PairingSheetProps = { readonly onClose: () => void };

/** Somebody stands there with the other tablet: they see it at once, and the server hardly notices. */
const LOOK_MS = 1_500;

type Shown =
  | { readonly step: "asking" | "failed" | "used" | "expired" }
  | { readonly step: "waiting"; readonly pairing: Pairing };

/** A code for another tablet, as a picture for its camera and to type; says when it was used. */
export function PairingSheet({ onClose }: PairingSheetProps) {
  const { t } = useWords();
  const w = useSubject(devices);
  const [attempt, setAttempt] = useState(0);
  return (
    <Sheet open onClose={onClose} title={w.add} closeLabel={t.close}>
      <Attempt key={attempt} onAgain={() => setAttempt(attempt + 1)} />
    </Sheet>
  );
}

/** One code, from asking for it to its end. */
function Attempt({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useWords();
  const w = useSubject(devices);
  const shown = usePairing();
  const again = <Button onClick={onAgain}>{w.again}</Button>;
  return (
    <div className={css["parts"]}>
      {shown.step === "asking" ? <Skeleton rows={3} label={t.loading} /> : null}
      {shown.step === "waiting" ? <Code pairing={shown.pairing} /> : null}
      {/* There before its words are: they come by themselves, while somebody looks at the other tablet. */}
      <div className={css["heard"]} aria-live="polite">
        {shown.step === "used" ? (
          <Banner icon={<TickIcon />}>
            <strong>{w.added}</strong>
          </Banner>
        ) : null}
        {shown.step === "expired" ? <Banner action={again}>{w.expired}</Banner> : null}
      </div>
      {shown.step === "failed" ? (
        <ErrorNotice
          happened={w.failed}
          safe={w.failedSafe}
          todo={w.needsServerTodo}
          action={again}
        />
      ) : null}
    </div>
  );
}

function usePairing(): Shown {
  const [shown, setShown] = useState<Shown>({ step: "asking" });
  useEffect(() => {
    const life = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Shown): void => {
      if (!life.signal.aborted) setShown(next);
    };
    const look = async (pairing: Pairing): Promise<void> => {
      // What cannot be asked just now is asked again: the code stays good meanwhile.
      const state = await askPairing(pairing.id).catch(() => "waiting" as const);
      if (life.signal.aborted) return;
      if (state !== "waiting") return show({ step: state });
      timer = setTimeout(() => void look(pairing), LOOK_MS);
    };
    void beginPairing().then((pairing) => {
      if (!pairing) return show({ step: "failed" });
      show({ step: "waiting", pairing });
      return look(pairing);
    });
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, []);
  return shown;
}

function Code({ pairing }: { readonly pairing: Pairing }) {
  const w = useSubject(devices);
  const seconds = useSecondsLeft(pairing);
  const page = `${location.origin}/pair`;
  return (
    <>
      <p>{w.scan}</p>
      <QrCode text={`${page}#${pairing.code}`} />
      <p>
        {w.orType}
        <br />
        <span>{page}</span>
      </p>
      <p className={css["typed"]}>{shownPairingCode(pairing.code)}</p>
      <p>{w.left(clockOf(seconds))}</p>
    </>
  );
}

/** "2:05". */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** By how long it has been shown: the tablet's clock may be wrong. */
function useSecondsLeft({ leftMs }: Pairing): number {
  const [begunAt] = useState(() => performance.now());
  const [now, setNow] = useState(begunAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((leftMs - (now - begunAt)) / 1_000));
}

/** Four modules of white around it, as cameras want. */
const QUIET_ZONE = 4;

/** Always dark on white, whatever the theme: cameras take nothing else. For eyes; the code to type is beside it. */
function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const dark = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className={css["code"]}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark} />
    </svg>
  );
}
