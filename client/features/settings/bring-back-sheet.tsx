import { useState } from "react";
import { useSession } from "../../chrome/session-context.tsx";
import { useLocal } from "../../local/local-context.tsx";
import {
  type ImportError,
  importRescue,
  type ImportResult,
} from "../../local/rescue/import-rescue.ts";
import { useSync } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseFile } from "../../ui/choose-file.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Field } from "../../ui/field.tsx";
import { TickIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { rescue } from "../../words/rescue.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./settings-route.module.css";

export type BringBackSheetProps = { readonly onClose: () => void };

/** Brings the work of a rescue file back to this tablet, from where it is sent like any other. */
export function BringBackSheet({ onClose }: BringBackSheetProps) {
  const { t } = useWords();
  const w = useSubject(rescue);
  const local = useLocal();
  const session = useSession();
  const { syncNow } = useSync();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [isOpening, setOpening] = useState(false);
  const [result, setResult] = useState<ImportResult | null>(null);

  const bring = async (chosen: File): Promise<void> => {
    setOpening(true);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const brought = await importRescue(local, session, bytes, passphrase);
    setOpening(false);
    setResult(brought);
    if (brought.ok) syncNow();
  };

  return (
    <Sheet
      open
      onClose={onClose}
      title={w.bring}
      closeLabel={t.close}
      footer={
        file && !result?.ok ? (
          <Button
            variant="primary"
            wide
            disabled={isOpening || passphrase === ""}
            onClick={() => void bring(file)}
          >
            {isOpening ? w.bringing : w.bringNow}
          </Button>
        ) : null
      }
    >
      <div className={css["rescue"]}>
        {result?.ok ? (
          <Brought {...result} />
        ) : (
          <>
            {file ? <p className={css["name"]}>{file.name}</p> : null}
            <ChooseFile
              label={w.choose}
              variant={file ? "secondary" : "primary"}
              onFile={(chosen) => {
                setFile(chosen);
                setResult(null);
              }}
            />
            {file ? (
              <Field
                label={w.passphrase}
                value={passphrase}
                onText={setPassphrase}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            ) : null}
            {result ? <Refused error={result.error} /> : null}
          </>
        )}
      </div>
    </Sheet>
  );
}

function Brought({ edits, rejected }: Extract<ImportResult, { ok: true }>) {
  const w = useSubject(rescue);
  return (
    <Banner icon={<TickIcon />}>
      <p>{edits + rejected === 0 ? w.broughtNothing : w.brought(edits)}</p>
      {rejected > 0 ? <p>{w.broughtRefused(rejected)}</p> : null}
    </Banner>
  );
}

type RescueWords = (typeof rescue)["en"];

/** What is the matter with the file, and what to do; nothing was changed by it. */
function explain(error: ImportError, w: RescueWords): readonly [string, string] {
  switch (error.code) {
    case "not-a-rescue-file":
      return [w.notRescue, w.notRescueTodo];
    case "damaged":
      return [w.damaged, w.damagedTodo];
    case "wrong-passphrase":
      return [w.wrongPassphrase, w.wrongPassphraseTodo];
    case "other-person":
      return [w.otherPerson(error.userName), w.otherPersonTodo(error.userName)];
    case "storage_full":
    case "storage_failed":
    case "closed":
      return [w.notKept, w.notKeptTodo];
  }
}

function Refused({ error }: { readonly error: ImportError }) {
  const w = useSubject(rescue);
  const [happened, todo] = explain(error, w);
  return <ErrorNotice happened={happened} safe={w.nothingChanged} todo={todo} />;
}
