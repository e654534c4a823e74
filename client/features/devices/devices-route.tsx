import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ListedDevice } from "../../../shared/session/devices.ts";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NextIcon, PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { devices } from "../../words/devices.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { askDevices } from "./ask-devices.ts";
import { DeviceIcon } from "./device-icon.tsx";
import type { DeviceSheetProps } from "./device-sheet.tsx";
import { deviceStanding, deviceTitle } from "./device-words.ts";
import type { PairingSheetProps } from "./pairing-sheet.tsx";
import { useMoment } from "./use-moment.ts";

const deviceSheet = lazyPart<DeviceSheetProps>(
  async () => (await import("./device-sheet.tsx")).DeviceSheet,
);
const pairingSheet = lazyPart<PairingSheetProps>(
  async () => (await import("./pairing-sheet.tsx")).PairingSheet,
);

/** The devices on which people are signed in: one's own, or for a manager the company's. */
export function DevicesRoute() {
  const { t } = useWords();
  const w = useSubject(devices);
  const list = useQuery({ queryKey: ["devices"], queryFn: askDevices, refetchOnMount: "always" });
  const [openId, setOpenId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const open = list.data?.find(({ id }) => id === openId);
  const isOfMany = new Set(list.data?.map(({ userId }) => userId)).size > 1;
  const askAgain = () => void list.refetch();
  return (
    <Screen
      header={<MainHeader title={w.title} back={{ href: "/settings" }} />}
      bar={
        <ActionBar>
          <Button variant="primary" big icon={<PlusIcon />} onClick={() => setAdding(true)}>
            {w.add}
          </Button>
        </ActionBar>
      }
    >
      {list.data ? (
        <List label={w.title}>
          {list.data.map((device) => (
            <li key={device.id}>
              <DeviceRow device={device} isOfMany={isOfMany} onOpen={() => setOpenId(device.id)} />
            </li>
          ))}
        </List>
      ) : list.isError ? (
        <Banner action={<Button onClick={askAgain}>{t.tryAgain}</Button>}>{w.needsServer}</Banner>
      ) : (
        <Skeleton rows={3} label={t.loading} />
      )}
      {open ? (
        <deviceSheet.Part device={open} onClose={() => setOpenId(null)} onChanged={askAgain} />
      ) : null}
      {isAdding ? (
        <pairingSheet.Part
          onClose={() => {
            setAdding(false);
            askAgain();
          }}
        />
      ) : null}
    </Screen>
  );
}

type DeviceRowProps = {
  readonly device: ListedDevice;
  /** People are looked for then, and not the third of four iPads. */
  readonly isOfMany: boolean;
  readonly onOpen: () => void;
};

function DeviceRow({ device, isOfMany, onOpen }: DeviceRowProps) {
  const w = useSubject(devices);
  const moment = useMoment();
  const names = [device.userName, deviceTitle(device, w)];
  const [title = "", other = ""] = isOfMany ? names : names.toReversed();
  return (
    <ListRow
      lead={<DeviceIcon kind={device.kind} />}
      title={title + (device.isThis ? ` · ${w.thisOne}` : "")}
      detail={<Facts facts={[other, ...deviceStanding(device, w, moment)]} />}
      meta={<NextIcon size={20} />}
      onClick={onOpen}
    />
  );
}
