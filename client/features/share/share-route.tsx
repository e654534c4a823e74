import { useEffect, useState } from "react";
import { NOT_KEPT, NOT_RECEIVED, type SharedFile } from "../../../shared/shared-file.ts";
import type { SharedPhotos } from "../../../shared/shared-photos.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { askSharedFile } from "../../chrome/shared-file.ts";
import { askSharedPhotos } from "../../chrome/shared-photos.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { share } from "../../words/share.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { PhotosPart } from "./photos-part.tsx";
import { RefusedPart } from "./refused-part.tsx";
import css from "./share.module.css";
import { WorkbookPart } from "./workbook-part.tsx";

interface Came {
  readonly file: SharedFile;
  readonly photos: SharedPhotos;
}

const ask = async (): Promise<Came> => {
  const [file, photos] = await Promise.all([askSharedFile(), askSharedPhotos()]);
  return { file, photos };
};

/** `/share`: what another app has handed over, and what can be done with it. */
export function ShareRoute() {
  const { t } = useWords();
  const w = useSubject(share);
  const [came, setCame] = useState<Came | null>(null);
  useEffect(() => {
    let isOver = false;
    void ask().then((answer) => isOver || setCame(answer));
    return () => {
      isOver = true;
    };
  }, []);
  const lookAgain = async (): Promise<void> => setCame(await ask());
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/" }} />}>
      {came === null ? (
        <Skeleton rows={1} label={t.loading} />
      ) : (
        <div className={css["parts"]}>
          <CameParts came={came} onChange={() => void lookAgain()} />
        </div>
      )}
    </Screen>
  );
}

type CamePartsProps = { readonly came: Came; readonly onChange: () => void };

function CameParts({ came: { file, photos }, onChange }: CamePartsProps) {
  const w = useSubject(share);
  const isNotKept = location.search === NOT_KEPT;
  const isNotReceived = location.search === NOT_RECEIVED;
  const { length } = photos.photos;
  const isNothing = file.is === "nothing" && length === 0 && photos.refused.length === 0;
  return (
    <>
      {isNotKept ? (
        <ErrorNotice happened={w.notKept} safe={w.notTaken} todo={w.notKeptTodo} />
      ) : null}
      {isNotReceived ? (
        <ErrorNotice happened={w.notReceived} safe={w.notTaken} todo={w.notReceivedTodo} />
      ) : null}
      {isNothing && !isNotKept && !isNotReceived ? (
        <EmptyState title={w.nothing}>{w.nothingLead}</EmptyState>
      ) : null}
      {photos.refused.length > 0 ? <RefusedPart refused={photos.refused} /> : null}
      {file.is === "too-large" ? (
        <ErrorNotice happened={w.tooLarge(file.name)} safe={w.notTaken} todo={w.tooLargeTodo} />
      ) : null}
      {file.is === "workbook" ? <WorkbookPart name={file.name} others={file.others} /> : null}
      {length > 0 ? <PhotosPart photos={photos.photos} onChange={onChange} /> : null}
    </>
  );
}
