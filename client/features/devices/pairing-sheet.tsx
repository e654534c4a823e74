import { useEffect, useState } from "react";
import { encode } from "uqr";
import { type Pairing, shownPairingCode } from "../../../shared/session/pairing.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
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
  const shown = usePairing(attempt);
  const again = <Button onClick={() => setAttempt(attempt + 1)}>{w.again}</Button>;
  return (
    <Sheet open onClose={onClose} title={w.add} closeLabel={t.close}>
      <div className={css["parts"]}>
        {shown.step === "waiting" ? <Code pairing={shown.pairing} /> : null}
        {shown.step === "used" ? (
          <Banner icon={<TickIcon />}>
            <strong>{w.added}</strong>
          </Banner>
        ) : null}
        {shown.step === "expired" ? <Banner action={again}>{w.expired}</Banner> : null}
        {shown.step === "failed" ? (
          <ErrorNotice
            happened={w.failed}
            safe={w.failedSafe}
            todo={w.needsServerTodo}
            action={again}
          />
        ) : null}
      </div>
    </Sheet>
  );
}

function usePairing(attempt: number): Shown {
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
    show({ step: "asking" });
    void beginPairing().then((pairing) => {
      if (!pairing) return show({ step: "failed" });
      show({ step: "waiting", pairing });
      return look(pairing);
    });
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, [attempt]);
  return shown;
}

function Code({ pairing }: { readonly pairing: Pairing }) {
  const w = useSubject(devices);
  const seconds = useSecondsLeft(pairing);
  const page = `${location.origin}/pair`;
  return (
    <>
      <p>{w.scan}</p>
      <QrCode text={`${page}#${pairing.code}`} label={w.scan} />
      <p>
        {w.orType}
        <br />
        <span>{page}</span>
      </p>
      <p className={css["typed"]}>{shownPairingCode(pairing.code)}</p>
      <p>{w.left(seconds)}</p>
    </>
  );
}

/** By how long it has been shown: the tablet's clock may be wrong. */
function useSecondsLeft({ id, leftMs }: Pairing): number {
  const [begun, setBegun] = useState(() => ({ id, at: performance.now() }));
  const [now, setNow] = useState(begun.at);
  if (begun.id !== id) setBegun({ id, at: performance.now() });
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((leftMs - (now - begun.at)) / 1_000));
}

/** Four modules of white around it, as cameras want. */
const QUIET_ZONE = 4;

/** Always dark on white, whatever the theme: cameras take nothing else. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const dark = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className={css["code"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark} />
    </svg>
  );
}
