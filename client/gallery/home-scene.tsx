import { ActionBar } from "../ui/action-bar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { InstallIcon, PlusIcon } from "../ui/icons.tsx";
import { ListRow } from "../ui/list-row.tsx";
import { List } from "../ui/list.tsx";
import { Money } from "../ui/money.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWords } from "../words/words-provider.tsx";
import { sampleWords } from "./gallery-words.ts";
import { SampleHeader } from "./sample-header.tsx";

/** The list of estimates as a painter meets it in the morning. */
export function HomeScene() {
  const { t } = useWords();
  const jobs = [
    {
      name: "Marisol Vega",
      street: "1420 Elm Street",
      cents: 481_250,
      state: sampleWords.stateLocal,
    },
    {
      name: "Dan & Ruth Okafor",
      street: "77 Orchard Lane",
      cents: 1_203_900,
      state: sampleWords.stateAccepted,
    },
    {
      name: "Cedar Hill Dental",
      street: "2 Mill Road, Suite 4",
      cents: 2_655_000,
      state: t.stateSent,
    },
    { name: "Peter Lindqvist", street: "318 North 9th Avenue", cents: 96_800, state: t.stateSent },
  ];
  return (
    <Screen
      header={<SampleHeader state="sending" text={t.syncSent(3, 17)} progress={3 / 17} />}
      bar={
        <ActionBar>
          <Button variant="primary" big icon={<PlusIcon />}>
            {t.homeNew}
          </Button>
        </ActionBar>
      }
    >
      <Banner tone="next" icon={<InstallIcon />} action={<Button>{t.installAction}</Button>}>
        <strong>{t.installTitle}</strong>
        <br />
        {t.installLead}
      </Banner>
      <h2>{t.homeTitle}</h2>
      <List label={t.homeTitle}>
        {jobs.map((job) => (
          <li key={job.name}>
            <ListRow
              title={job.name}
              detail={`${job.street} · ${job.state}`}
              meta={<Money cents={job.cents} size="l" />}
              href="?scene=areas"
            />
          </li>
        ))}
      </List>
    </Screen>
  );
}
