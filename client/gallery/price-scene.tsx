import { useState } from "react";
import { ActionBar } from "../ui/action-bar.tsx";
import { Button } from "../ui/button.tsx";
import { Figure } from "../ui/figure.tsx";
import { formatCents } from "../ui/format-cents.ts";
import { PriceOption, PriceOptions } from "../ui/price-option.tsx";
import { Screen } from "../ui/screen.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { ListRow } from "../ui/list-row.tsx";
import { List } from "../ui/list.tsx";
import { useWords } from "../words/words-provider.tsx";
import { sampleWords } from "./gallery-words.ts";
import { SampleHeader } from "./sample-header.tsx";

/** Good, better and best on the customer's side of the table. */
export function PriceScene({ sheetOpen }: { readonly sheetOpen: boolean }) {
  const { t, locale } = useWords();
  const [chosen, setChosen] = useState("better");
  const [open, setOpen] = useState(sheetOpen);
  const options = [
    { id: "good", name: sampleWords.good, cents: 398_000, hours: "41.5", gallons: "9.2", cans: 10 },
    {
      id: "better",
      name: sampleWords.better,
      cents: 481_250,
      hours: "48",
      gallons: "11.4",
      cans: 12,
    },
    {
      id: "best",
      name: sampleWords.best,
      cents: 612_990,
      hours: "55.5",
      gallons: "13.1",
      cans: 14,
    },
  ];
  const picked = options.find((option) => option.id === chosen);
  return (
    <Screen
      header={
        <SampleHeader
          title={t.priceTitle}
          detail="Marisol Vega"
          state="done"
          text={sampleWords.allIn}
        />
      }
      bar={
        picked ? (
          <ActionBar>
            <Button variant="primary" big>
              {sampleWords.accept(picked.name, formatCents(picked.cents, locale))}
            </Button>
          </ActionBar>
        ) : null
      }
    >
      <PriceOptions>
        {options.map((option) => (
          <PriceOption
            key={option.id}
            name={option.name}
            promise={t.areaCoatCount(2)}
            cents={option.cents}
            locale={locale}
            chosen={option.id === chosen}
            chosenLabel={t.priceChosen}
            chooseLabel={t.priceChoose(option.name)}
            onChoose={() => setChosen(option.id)}
          >
            <Figure label={t.priceHours} value={option.hours} onOpen={() => setOpen(true)} />
            <Figure
              label={sampleWords.gallons}
              value={option.gallons}
              onOpen={() => setOpen(true)}
            />
            <Figure label={sampleWords.cans} value={option.cans} onOpen={() => setOpen(true)} />
          </PriceOption>
        ))}
      </PriceOptions>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t.priceWhy}
        closeLabel={t.close}
        footer={<Button onClick={() => setOpen(false)}>{sampleWords.done}</Button>}
      >
        <List>
          <li>
            <ListRow title={sampleWords.walls} detail="392 sq ft ÷ 150 sq ft/h × 2" meta="5.2 h" />
          </li>
          <li>
            <ListRow
              title={sampleWords.ceiling}
              detail="188 sq ft ÷ 130 sq ft/h × 2"
              meta="2.9 h"
            />
          </li>
        </List>
      </Sheet>
    </Screen>
  );
}
