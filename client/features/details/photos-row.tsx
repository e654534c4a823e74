import { useCompanyCam } from "../../chrome/companycam.ts";
import { CameraIcon } from "../../ui/icons.tsx";
import { WayRow } from "../../chrome/way-row.tsx";
import { photos } from "../../words/photos.ts";
import { useSubject } from "../../words/words-provider.tsx";

/** The way to the job's photos; nothing where the office is known to have no CompanyCam. */
export function PhotosRow({ estimateId }: { readonly estimateId: string }) {
  const w = useSubject(photos);
  if (useCompanyCam() === false) return null;
  const href = `/estimates/${estimateId}/photos`;
  return <WayRow href={href} title={w.title} detail={w.lead} icon={<CameraIcon />} />;
}
