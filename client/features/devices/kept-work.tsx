import { useState } from "react";
import type { ListedDevice } from "../../../shared/session/devices.ts";
import { downloadFile } from "../../chrome/download-file.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useLocal } from "../../local/local-context.tsx";
import { todayOf } from "../../local/local.ts";
import { rescueFileName } from "../../local/rescue/export-rescue.ts";
import { importContent } from "../../local/rescue/import-rescue.ts";
import { seal } from "../../local/rescue/rescue-file.ts";
import { useSync } from "../../sync/use-sync-state.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Field } from "../../ui/field.tsx";
import { devices } from "../../words/devices.ts";
import { rescue } from "../../words/rescue.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { askEscrow } from "./ask-devices.ts";
import css from "./devices.module.css";
import { useMoment } from "./use-moment.ts";

/** What a person can write down and a guesser has to work for. */
const SHORTEST_PASSPHRASE = 10;

type KeptWorkProps = {
  readonly device: ListedDevice;
  readonly escrow: ListedDevice["escrows"][number];
};

/** Unsent work of a device that was cleared: its author brings it back here, a manager hands it on as a rescue file. */
export function KeptWork({ device, escrow }: KeptWorkProps) {
  const w = useSubject(devices);
  const moment = useMoment();
  const isMine = useSession().userId === escrow.userId;
  return (
    <div className={css["order"]}>
      <p>
        <strong>{w.kept(escrow.edits)}</strong>
        {isMine || escrow.userName === undefined ? "" : ` · ${escrow.userName}`}
      </p>
      {escrow.broughtAt ? <p>{w.broughtOn(moment(escrow.broughtAt))}</p> : null}
      {isMine ? (
        <BringHere deviceId={device.id} escrowId={escrow.id} />
      ) : (
        <SaveFile
          deviceId={device.id}
          escrowId={escrow.id}
          author={escrow.userName ?? device.userName}
        />
      )}
    </div>
  );
}

type Step = "ready" | "working" | "done" | "failed";

function BringHere({
  deviceId,
  escrowId,
}: {
  readonly deviceId: string;
  readonly escrowId: string;
}) {
  const w = useSubject(devices);
  const local = useLocal();
  const session = useSession();
  const { syncNow } = useSync();
  const [step, setStep] = useState<Step>("ready");
  const bring = async (): Promise<void> => {
    setStep("working");
    try {
      const { content } = await askEscrow(deviceId, escrowId);
      const brought = await importContent(local, session, new TextEncoder().encode(content));
      setStep(brought.ok ? "done" : "failed");
      if (brought.ok) syncNow();
    } catch {
      setStep("failed");
    }
  };
  if (step === "done") return <output>{w.brought}</output>;
  return (
    <>
      <Button disabled={step === "working"} onClick={() => void bring()}>
        {w.bringHere}
      </Button>
      <Failed step={step} />
    </>
  );
}

type SaveFileProps = {
  readonly deviceId: string;
  readonly escrowId: string;
  /** Whose work it is. */
  readonly author: string;
};

function SaveFile({ deviceId, escrowId, author }: SaveFileProps) {
  const w = useSubject(devices);
  const r = useSubject(rescue);
  const local = useLocal();
  const [passphrase, setPassphrase] = useState("");
  const [step, setStep] = useState<Step>("ready");
  const save = async (): Promise<void> => {
    setStep("working");
    try {
      const { content } = await askEscrow(deviceId, escrowId);
      const bytes = await seal(new TextEncoder().encode(content), passphrase);
      const type = "application/octet-stream";
      downloadFile(new File([bytes], rescueFileName(todayOf(local)), { type }));
      setStep("done");
    } catch {
      setStep("failed");
    }
  };
  if (step === "done") return <output>{w.saved}</output>;
  return (
    <>
      <p>{w.saveFileLead(author)}</p>
      <Field
        label={r.passphrase}
        value={passphrase}
        onText={setPassphrase}
        hint={r.passphraseHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button
        disabled={step === "working" || passphrase.length < SHORTEST_PASSPHRASE}
        onClick={() => void save()}
      >
        {w.saveFile}
      </Button>
      <Failed step={step} />
    </>
  );
}

function Failed({ step }: { readonly step: Step }) {
  const w = useSubject(devices);
  if (step !== "failed") return null;
  return <ErrorNotice happened={w.failed} safe={w.failedSafe} todo={w.needsServerTodo} />;
}
