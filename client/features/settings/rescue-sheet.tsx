import { type ReactNode, useState } from "react";
import { useSession } from "../../chrome/session-context.tsx";
import { useLocal } from "../../local/local-context.tsx";
import { todayOf } from "../../local/local.ts";
import { waitingEdits } from "../../local/queries/waiting.ts";
import { exportRescue, type RescueFile, rescueFileName } from "../../local/rescue/export-rescue.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Field } from "../../ui/field.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { rescue } from "../../words/rescue.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { canShare, downloadFile, share } from "../../chrome/download-file.ts";
import css from "./settings-route.module.css";

/** What a person can write down and a guesser has to work for. */
const SHORTEST_PASSPHRASE = 10;

export type RescueSheetProps = {
  readonly onClose: () => void;
  /** The person has the file; these edits are in it. */
  readonly onSignOut: (edits: ReadonlySet<string>) => void;
  /** Why signing out did not work. */
  readonly refusal: ReactNode;
};

/** Unsent work into a locked file, and then out of the session; the work stays on the tablet as well. */
export function RescueSheet({ onClose, onSignOut, refusal }: RescueSheetProps) {
  const { t } = useWords();
  const w = useSubject(rescue);
  const local = useLocal();
  const session = useSession();
  const [passphrase, setPassphrase] = useState("");
  const [state, setState] = useState<"asking" | "too-short" | "making" | "not-verified">("asking");
  const [made, setMade] = useState<File | null>(null);
  const [file, setFile] = useState<RescueFile | null>(null);

  const make = async (): Promise<void> => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return setState("too-short");
    setState("making");
    const exported = await exportRescue(local, session, passphrase);
    if (!exported.ok) return setState("not-verified");
    const { bytes } = exported.file;
    const whole = new File([bytes], rescueFileName(todayOf(local)), {
      type: "application/octet-stream",
    });
    setFile(exported.file);
    setMade(whole);
    downloadFile(whole);
  };

  return (
    <Sheet
      open
      onClose={onClose}
      title={w.title}
      closeLabel={t.close}
      footer={
        made ? null : (
          <Button variant="primary" wide onClick={() => void make()} disabled={state === "making"}>
            {state === "making" ? w.making : w.make}
          </Button>
        )
      }
    >
      <div className={css["rescue"]}>
        {made && file ? (
          <Made made={made} file={file} onSignOut={onSignOut} refusal={refusal} />
        ) : (
          <>
            <p>{w.lead}</p>
            <Field
              label={w.passphrase}
              value={passphrase}
              onText={(text) => {
                setPassphrase(text);
                setState("asking");
              }}
              hint={w.passphraseHint}
              problem={state === "too-short" ? w.passphraseShort : null}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            {state === "not-verified" ? (
              <ErrorNotice happened={w.notVerified} safe={w.nothingLost} todo={w.notVerifiedTodo} />
            ) : null}
          </>
        )}
      </div>
    </Sheet>
  );
}

type MadeProps = Pick<RescueSheetProps, "onSignOut" | "refusal"> & {
  readonly made: File;
  readonly file: RescueFile;
};

/** Whether the file has arrived where it was meant to, only the person can see. */
function Made({ made, file, onSignOut, refusal }: MadeProps) {
  const w = useSubject(rescue);
  const local = useLocal();
  const [hasIt, setHasIt] = useState(false);
  const [typedSince, setTypedSince] = useState(false);
  const signOut = async (): Promise<void> => {
    const waiting = await waitingEdits(local);
    if (!waiting.every((id) => file.edits.has(id))) return setTypedSince(true);
    onSignOut(file.edits);
  };
  return (
    <>
      <Banner icon={<TickIcon />}>{w.made(file.waiting)}</Banner>
      <div className={css["ways"]}>
        {canShare(made) ? <Button onClick={() => void share(made)}>{w.share}</Button> : null}
        <Button onClick={() => downloadFile(made)}>{w.download}</Button>
      </div>
      <CheckRow label={w.haveIt} detail={w.haveItDetail} checked={hasIt} onChecked={setHasIt} />
      <p>{w.stays}</p>
      {typedSince ? (
        <ErrorNotice happened={w.typedSince} safe={w.nothingLost} todo={w.typedSinceTodo} />
      ) : null}
      {refusal}
      <Button variant="primary" wide disabled={!hasIt} onClick={() => void signOut()}>
        {w.signOut}
      </Button>
    </>
  );
}
