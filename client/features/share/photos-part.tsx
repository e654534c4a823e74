import { useState } from "react";
import { useLocation } from "wouter";
import type { SharedPhoto } from "../../../shared/shared-photos.ts";
import { askSharedPhoto, forgetSharedPhotos } from "../../chrome/shared-photos.ts";
import { TabletPhoto } from "../../chrome/tablet-photo.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Section } from "../../ui/section.tsx";
import { share } from "../../words/share.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { ChooseEstimate } from "./choose-estimate.tsx";
import { Chosen } from "./chosen.tsx";
import { fileSharedPhotos } from "./file-shared-photos.ts";
import css from "./share.module.css";

type PhotosPartProps = {
  readonly photos: readonly SharedPhoto[];
  /** Some of them are not there any more. */
  readonly onChange: () => void;
};

const readShared = async (id: string): Promise<ArrayBuffer | null> => {
  const bytes = await askSharedPhoto(id);
  return typeof bytes === "string" ? null : bytes;
};

/** Photos that came, and the estimate that they are filed under. */
export function PhotosPart({ photos, onChange }: PhotosPartProps) {
  const { t } = useWords();
  const w = useSubject(share);
  const local = useLocal();
  const say = useSay();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<EstimateListRow | null>(null);
  const [step, setStep] = useState<"choosing" | "filing" | "silent">("choosing");
  // They are on this tablet only, and nothing brings them back.
  const [isAsked, setAsked] = useState(false);
  const title = w.photos(photos.length);

  const file = async (estimateId: string): Promise<void> => {
    setStep("filing");
    const end = await fileSharedPhotos(local, estimateId, photos, say);
    if (end === "filed") return navigate(`/estimates/${estimateId}/photos`);
    // What is filed is filed; the others are still here.
    setStep(end === "silent" ? "silent" : "choosing");
    onChange();
  };
  const putAway = async (): Promise<void> => {
    await forgetSharedPhotos(photos.map(({ id }) => id));
    navigate("/");
  };
  return (
    <>
      <Section title={title}>
        <p className={css["lead"]}>{w.photosLead}</p>
        <ul className={css["grid"]} aria-label={title}>
          {photos.map(({ id, type, name }) => (
            <li key={id}>
              <TabletPhoto read={readShared} id={id} type={type} name={name} instead={w.notShown} />
            </li>
          ))}
        </ul>
        <div className={css["ways"]}>
          {isAsked ? (
            <>
              <Button onClick={() => void putAway()}>{w.putAwaySure(photos.length)}</Button>
              <Button variant="primary" onClick={() => setAsked(false)}>
                {w.putAwayNot(photos.length)}
              </Button>
            </>
          ) : (
            <Button disabled={step === "filing"} onClick={() => setAsked(true)}>
              {w.putPhotosAway(photos.length)}
            </Button>
          )}
        </div>
      </Section>
      {step === "silent" ? (
        <ErrorNotice
          happened={w.silent}
          safe={w.silentSafe}
          todo={w.silentTodo}
          action={<Button onClick={() => setStep("choosing")}>{t.tryAgain}</Button>}
        />
      ) : chosen === null ? (
        <ChooseEstimate onChoose={setChosen} />
      ) : (
        <Chosen
          row={chosen}
          count={photos.length}
          isFiling={step === "filing"}
          onFile={() => void file(chosen.estimate.id)}
          onAnother={() => setChosen(null)}
        />
      )}
    </>
  );
}
