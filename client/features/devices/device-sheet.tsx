import { useEffect, useRef, useState } from "react";
import type { ListedDevice } from "../../../shared/session/devices.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { devices } from "../../words/devices.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { orderDevice } from "./ask-devices.ts";
import { deviceStanding, deviceTitle } from "./device-words.ts";
import css from "./devices.module.css";
import { KeptWork } from "./kept-work.tsx";
import { useMoment } from "./use-moment.ts";

export type DeviceSheetProps = {
  readonly device: ListedDevice;
  readonly onClose: () => void;
  /** The server has done something to it. */
  readonly onChanged: () => void;
};

/** One device: how it stands, what is kept of it, and what can be done to it from here. */
export function DeviceSheet({ device, onClose, onChanged }: DeviceSheetProps) {
  const { t } = useWords();
  const w = useSubject(devices);
  const moment = useMoment();
  const standing = useRef<HTMLDivElement>(null);
  // What was tapped goes away with its success: the focus goes where that is told.
  const orders = `${device.end?.at} ${device.wipe?.askedAt}`;
  const before = useRef(orders);
  useEffect(() => {
    if (before.current !== orders) standing.current?.focus();
    before.current = orders;
  }, [orders]);
  return (
    <Sheet open onClose={onClose} title={deviceTitle(device, w)} closeLabel={t.close}>
      <div className={css["parts"]}>
        <div ref={standing} className={css["facts"]} tabIndex={-1} aria-live="polite">
          <p>
            <strong>{device.userName}</strong>
            {device.isThis ? ` · ${w.thisOne}` : ""}
          </p>
          {deviceStanding(device, w, moment).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>{w.signedIn(moment(device.signedInAt))}</p>
        </div>
        {device.escrows.map((escrow) => (
          <KeptWork key={escrow.id} device={device} escrow={escrow} />
        ))}
        {device.wipe || device.isThis ? null : <Orders device={device} onChanged={onChanged} />}
      </div>
    </Sheet>
  );
}

type Order = "sign-out" | "wipe";

/** The first of two buttons that take the place of the one that was tapped, and the harmless one. */
const focusNow = (button: HTMLButtonElement | null): void => button?.focus();

/** Signing out can be taken back by signing in; clearing cannot, and is asked twice. */
function Orders({ device, onChanged }: Pick<DeviceSheetProps, "device" | "onChanged">) {
  const { t } = useWords();
  const w = useSubject(devices);
  const [isSure, setSure] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [failed, setFailed] = useState<Order | null>(null);
  const order = async (what: Order): Promise<void> => {
    setAsking(true);
    setFailed(null);
    const isDone = await orderDevice(device.id, what);
    setAsking(false);
    if (isDone) onChanged();
    else setFailed(what);
  };
  // Under the button that was tapped: on a phone the end of the sheet is out of sight.
  const failure = <ErrorNotice happened={w.failed} safe={w.failedSafe} todo={w.needsServerTodo} />;
  return (
    <>
      {device.end ? null : (
        <div className={css["order"]}>
          <p>{w.signOutLead}</p>
          <Button disabled={isAsking} onClick={() => void order("sign-out")}>
            {w.signOut}
          </Button>
          {failed === "sign-out" ? failure : null}
        </div>
      )}
      <div className={css["order"]}>
        <p>{w.wipeLead(device.userName)}</p>
        {isSure ? (
          <div className={css["ways"]}>
            <Button ref={focusNow} onClick={() => setSure(false)}>
              {t.cancel}
            </Button>
            <Button variant="danger" disabled={isAsking} onClick={() => void order("wipe")}>
              {w.wipeSure}
            </Button>
          </div>
        ) : (
          <Button variant="danger" onClick={() => setSure(true)}>
            {w.wipe}
          </Button>
        )}
        {failed === "wipe" ? failure : null}
      </div>
    </>
  );
}
