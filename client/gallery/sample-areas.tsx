import { ListRow } from "../ui/list-row.tsx";
import { List } from "../ui/list.tsx";
import { Money } from "../ui/money.tsx";
import { Swatch } from "../ui/swatch.tsx";
import { useWords } from "../words/words-provider.tsx";

const areas = [
  { name: "Living room", colour: "oklch(0.9 0.03 90)", paint: "Oat milk", cents: 142_400 },
  { name: "Kitchen", colour: "oklch(0.78 0.06 150)", paint: "Garden gate", cents: 88_150 },
  { name: "South side", colour: "oklch(0.5 0.12 35)", paint: "Barn door", cents: 250_700 },
];

/** The rooms and sides of a job, in the customer's colours. */
export function SampleAreas() {
  const { t } = useWords();
  return (
    <List label={t.areasTitle}>
      {areas.map((area, at) => (
        <li key={area.name}>
          <ListRow
            title={area.name}
            detail={<Swatch colour={area.colour} name={area.paint} />}
            meta={<Money cents={area.cents} />}
            current={at === 0}
            onClick={() => {}}
          />
        </li>
      ))}
    </List>
  );
}
