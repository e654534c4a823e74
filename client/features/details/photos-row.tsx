import { Link } from "wouter";
import { useCompanyCam } from "../../chrome/companycam.ts";
import { CameraIcon, NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { photos } from "../../words/photos.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** The way to the job's photos; nothing where the office is known to have no CompanyCam. */
export function PhotosRow({ estimateId }: { readonly estimateId: string }) {
  const w = useSubject(photos);
  if (useCompanyCam() === false) return null;
  const address = `/estimates/${estimateId}/photos`;
  return (
    <List>
      <li>
        <Link href={address} asChild>
          <ListRow
            href={address}
            title={w.title}
            detail={w.lead}
            lead={<CameraIcon />}
            meta={<NextIcon size={20} />}
          />
        </Link>
      </li>
    </List>
  );
}
