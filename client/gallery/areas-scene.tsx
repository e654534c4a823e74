import { ActionBar } from "../ui/action-bar.tsx";
import { Button } from "../ui/button.tsx";
import { Figure } from "../ui/figure.tsx";
import { PlusIcon } from "../ui/icons.tsx";
import { Money } from "../ui/money.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWords } from "../words/words-provider.tsx";
import { sampleWords } from "./gallery-words.ts";
import { SampleAreas } from "./sample-areas.tsx";
import { SampleHeader } from "./sample-header.tsx";

/** A job's areas on a portrait tablet, the price at the free hand, the next action at the thumb. */
export function AreasScene() {
  const { t } = useWords();
  return (
    <Screen
      header={
        <SampleHeader
          title="Marisol Vega"
          detail="1420 Elm Street"
          state="saved"
          text={t.syncLocal}
        />
      }
      bar={
        <ActionBar
          lead={
            <Figure
              label={sampleWords.priceSoFar}
              value={<Money cents={481_250} size="xl" rolls />}
              onOpen={() => {}}
            />
          }
        >
          <Button>{t.areasAddSide}</Button>
          <Button variant="primary" icon={<PlusIcon />}>
            {t.areasAddRoom}
          </Button>
        </ActionBar>
      }
    >
      <SampleAreas />
    </Screen>
  );
}
