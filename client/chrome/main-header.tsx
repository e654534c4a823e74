import type { MouseEvent } from "react";
import { Link, useLocation } from "wouter";
import { AppHeader } from "../ui/app-header.tsx";
import { IconLink } from "../ui/icon-button.tsx";
import { SettingsIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import { SunButton } from "./sun-button.tsx";
import { SyncChip } from "./sync-chip.tsx";

export type MainHeaderProps = {
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  /** `onBack` stays on the page; without it, back is a step of the router to `href`. */
  readonly back?: { readonly href: string; readonly onBack?: (() => void) | undefined } | undefined;
};

/** The header of every screen that is not inside an estimate. */
export function MainHeader({ title, detail, back }: MainHeaderProps) {
  const { t } = useWords();
  const [here, navigate] = useLocation();
  const goBack = (event: MouseEvent) => {
    event.preventDefault();
    if (back?.onBack) back.onBack();
    else if (back) navigate(back.href);
  };
  return (
    <AppHeader
      title={title}
      detail={detail}
      back={back && { label: t.back, href: back.href, onBack: goBack }}
      status={<SyncChip />}
      actions={
        <>
          <SunButton />
          {here === "/settings" ? null : (
            <Link href="/settings" asChild>
              <IconLink label={t.settings} icon={<SettingsIcon />} href="/settings" />
            </Link>
          )}
        </>
      }
    />
  );
}
