import { Banner } from "../ui/banner.tsx";
import { PersonIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import { useSession } from "./session-context.tsx";
import { AcceptedBanner, type AcceptedBannerProps } from "./accepted-banner.tsx";

/** The customer has accepted, or whoever is here is a painter. */
export function WhyLocked(props: AcceptedBannerProps) {
  const { t } = useWords();
  const isPainter = useSession().role === "painter";
  return (
    <>
      {isPainter ? <Banner icon={<PersonIcon />}>{t.homePainter}</Banner> : null}
      {props.estimate.status === "accepted" ? <AcceptedBanner {...props} /> : null}
    </>
  );
}
