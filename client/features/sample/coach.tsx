import { useState } from "react";
import { useRoute } from "wouter";
import { useEstimate } from "../../local/hooks/use-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { CloseIcon, HandIcon } from "../../ui/icons.tsx";
import type { Say } from "../../words/dictionary.ts";
import type { sample as english } from "../../words/en/sample.ts";
import { sample } from "../../words/sample.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./coach.module.css";

type Step = "coachRooms" | "coachMeasure" | "coachPrice" | "coachAccepted";

/** What comes next, one sentence where it is done, until it is understood. */
export function Coach() {
  const w = useSubject(sample);
  const step = useStep();
  const { database } = useLocal();
  const keyOf = (one: Step) => `paintbox.${one}.${database.name}`;
  const [understood, setUnderstood] = useState<readonly Step[]>([]);
  if (step === null || understood.includes(step) || localStorage.getItem(keyOf(step)) !== null)
    return null;
  const note = () => {
    localStorage.setItem(keyOf(step), "1");
    setUnderstood([...understood, step]);
  };
  return (
    <output className={css["coach"]}>
      <HandIcon size={24} />
      <span className={css["words"]}>{sentenceOf(step, w)}</span>
      <IconButton label={w.gotIt} icon={<CloseIcon />} onClick={note} />
    </output>
  );
}

function sentenceOf(step: Step, w: Say<typeof english>): string {
  switch (step) {
    case "coachRooms":
      return w.coachRooms;
    case "coachMeasure":
      return w.coachMeasure;
    case "coachPrice":
      return w.coachPrice;
    case "coachAccepted":
      return w.coachAccepted;
  }
}

function useStep(): Step | null {
  const [isRooms, rooms] = useRoute("/estimates/:estimateId");
  const [isArea] = useRoute("/estimates/:estimateId/areas/:areaId");
  const [isPrice, price] = useRoute("/estimates/:estimateId/price");
  const found = useEstimate((isRooms ? rooms : price)?.estimateId ?? "");
  if (isRooms) return "coachRooms";
  if (isArea) return "coachMeasure";
  if (!isPrice || !found) return null;
  return found.estimate.estimate.status === "accepted" ? "coachAccepted" : "coachPrice";
}
