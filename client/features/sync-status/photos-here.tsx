import { Link } from "wouter";
import { siteLine } from "../../chrome/site-line.ts";
import { useSay } from "../../chrome/use-say.ts";
import { useLocal } from "../../local/local-context.tsx";
import { bringPhotoBack, removePhoto } from "../../local/photos/file-photo.ts";
import {
  useWaitingEstimates,
  type WaitingEstimate,
} from "../../local/hooks/use-waiting-estimates.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { CameraIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { useToast } from "../../ui/toast.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

/** Photos that are on this tablet only, by the estimate that they are filed under: each leads to them. */
export function PhotosHere() {
  const w = useSubject(words);
  const estimates = useWaitingEstimates();
  if (!estimates || estimates.length === 0) return null;
  return (
    <Section title={w.here}>
      <List label={w.here}>
        {estimates.map((estimate) => (
          <li key={estimate.id}>
            <Photos estimate={estimate} />
          </li>
        ))}
      </List>
    </Section>
  );
}

function Photos({ estimate }: { readonly estimate: WaitingEstimate }) {
  const { t } = useWords();
  const w = useSubject(words);
  const { id, row, count, stuck } = estimate;
  const address = `/estimates/${id}/photos`;
  if (row === null) return <WithoutEstimate estimate={estimate} />;
  const name = row.customerName || row.estimate.title || t.homeUntitled;
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        lead={<CameraIcon />}
        title={name}
        detail={<Facts facts={[w.hereOf(count), siteLine(row.estimate) ?? ""]} />}
        meta={<small>{stuck > 0 ? w.hereNeed : w.hereGo}</small>}
      />
    </Link>
  );
}

/** Nothing leads to them any more: they are removed here, with a way back. */
function WithoutEstimate({ estimate }: { readonly estimate: WaitingEstimate }) {
  const { t } = useWords();
  const w = useSubject(words);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const { ids, count } = estimate;
  const remove = async (): Promise<void> => {
    const removed = await Promise.all(ids.map((id) => say(removePhoto(local, id))));
    const whole = removed.flatMap((result) => (result.ok && result.value ? [result.value] : []));
    const bringBack = (): void => {
      for (const photo of whole) void say(bringPhotoBack(local, photo));
    };
    toast.show({
      text: w.hereRemoved(whole.length),
      action: { label: t.undo, onAct: bringBack },
    });
  };
  return (
    <>
      <ListRow
        lead={<CameraIcon />}
        title={w.hereOf(count)}
        detail={w.hereGone}
        meta={<small>{w.hereNeed}</small>}
      />
      <Button onClick={() => void remove()}>{w.hereRemove}</Button>
    </>
  );
}
