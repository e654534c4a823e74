import { useLocal } from "../local/local-context.tsx";
import { Banner } from "../ui/banner.tsx";
import { PersonIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import { AcceptedBanner, type AcceptedBannerProps } from "./accepted-banner.tsx";

/** The customer has accepted, or whoever is here is a painter. */
export function WhyLocked(props: AcceptedBannerProps) {
  const { t } = useWords();
  const { readOnly } = useLocal();
  return (
    <>
      {readOnly ? <Banner icon={<PersonIcon />}>{t.homePainter}</Banner> : null}
      {props.estimate.status === "accepted" ? <AcceptedBanner {...props} /> : null}
    </>
  );
}
