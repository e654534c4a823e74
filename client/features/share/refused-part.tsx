import type { PhotoRefusal, RefusedPhoto } from "../../../shared/shared-photos.ts";
import { AlertIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { share } from "../../words/share.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** Why one file was not taken, to stand under its name. */
function whyWords(why: PhotoRefusal, w: (typeof share)["en"]): string {
  switch (why) {
    case "not-a-photo":
      return w.refusedNotPhoto;
    case "too-large":
      return w.refusedTooLarge;
    case "too-many":
      return w.refusedTooMany;
    case "no-room":
      return w.refusedNoRoom;
  }
}

/** What came with the last share and was not taken, each with its reason. */
export function RefusedPart({ refused }: { readonly refused: readonly RefusedPhoto[] }) {
  const w = useSubject(share);
  const title = w.refused(refused.length);
  return (
    <Section title={title}>
      <List label={title}>
        {refused.map(({ name, why }, index) => (
          // Two files may have one name, and nothing else is known of them. The list never changes its order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <ListRow lead={<AlertIcon />} title={name} detail={whyWords(why, w)} />
          </li>
        ))}
      </List>
    </Section>
  );
}
