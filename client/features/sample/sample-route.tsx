import { Link, useLocation } from "wouter";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { useLiveQuery } from "../../local/live-query.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import { livingSample, removeSample, resetSample } from "../../local/sample/make-sample.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { HomeIcon, NextIcon, PlusIcon, TrashIcon, UndoIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useToast } from "../../ui/toast.tsx";
import { sample } from "../../words/sample.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./sample.module.css";
import { samplePlan } from "./sample-plan.ts";
import { saveErrorOfOpening, SampleProblem } from "./sample-problem.tsx";
import { useSample } from "./use-sample.ts";

/** `/sample`: the sample from outside, where it is opened, made again or removed. */
export function SampleRoute() {
  const { t } = useWords();
  const w = useSubject(sample);
  const opened = useSample();
  const { readOnly } = useLocal();
  if (opened && !opened.ok) return <SampleProblem error={saveErrorOfOpening(opened.error)} />;
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/" }} />}>
      <p className={css["stays"]}>{w.stays}</p>
      {opened ? <Standing sampleLocal={opened.value} /> : <Skeleton rows={1} label={t.loading} />}
      {readOnly ? null : (
        <Section title={w.ownTitle}>
          <Link href="/estimates/new" asChild>
            <ButtonLink icon={<PlusIcon />}>{w.own}</ButtonLink>
          </Link>
        </Section>
      )}
    </Screen>
  );
}

function Standing({ sampleLocal }: { readonly sampleLocal: Local }) {
  const { t } = useWords();
  const w = useSubject(sample);
  const [, navigate] = useLocation();
  const id = useLiveQuery(sampleLocal, () => livingSample(sampleLocal), []);
  const { again, remove } = useSampleActions(sampleLocal);
  if (id === undefined) return <Skeleton rows={1} label={t.loading} />;
  if (id === null)
    return (
      <EmptyState
        title={w.none}
        action={
          <Button variant="primary" big onClick={() => navigate("/sample/try")}>
            {w.make}
          </Button>
        }
      />
    );
  const address = `/sample/estimates/${id}`;
  return (
    <>
      <List>
        <li>
          <Link href={address} asChild>
            <ListRow
              href={address}
              lead={<HomeIcon />}
              title={w.open}
              detail={w.mark}
              meta={<NextIcon size={20} />}
            />
          </Link>
        </li>
      </List>
      <div className={css["actions"]}>
        <Button icon={<UndoIcon />} onClick={() => void again(id)}>
          {w.again}
        </Button>
        <Button variant="danger" icon={<TrashIcon />} onClick={() => void remove(id)}>
          {w.remove}
        </Button>
      </div>
    </>
  );
}

/** Both with a way back. */
function useSampleActions(sampleLocal: Local) {
  const { t } = useWords();
  const w = useSubject(sample);
  const local = useLocal();
  const session = useSession();
  const say = useSay();
  const toast = useToast();
  return {
    again: async (id: string) => {
      await draftsOf(sampleLocal).settle();
      const done = await say(resetSample(local, sampleLocal, samplePlan(w, session), id));
      if (!done.ok) return;
      const onAct = () => void say(done.value.bringBack());
      toast.show({ text: w.madeAgain, action: { label: t.undo, onAct } });
    },
    remove: async (id: string) => {
      await draftsOf(sampleLocal).settle();
      const done = await say(removeSample(sampleLocal, id));
      if (!done.ok) return;
      const onAct = () => void say(done.value.bringBack());
      toast.show({ text: w.removed, action: { label: t.undo, onAct } });
    },
  };
}
