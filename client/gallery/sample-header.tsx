import { AppHeader } from "../ui/app-header.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { SunIcon } from "../ui/icons.tsx";
import { StatusChip, type StatusState } from "../ui/status-chip.tsx";
import { useTheme } from "../ui/theme.ts";
import { useWords } from "../words/words-provider.tsx";

type SampleHeaderProps = {
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly state: StatusState;
  readonly text: string;
  readonly progress?: number | undefined;
};

/** A header as screens have it, with the one-tap sun. */
export function SampleHeader({ title, detail, state, text, progress }: SampleHeaderProps) {
  const { t } = useWords();
  const { theme, toggleSun } = useTheme();
  return (
    <AppHeader
      title={title}
      detail={detail}
      back={title === undefined ? undefined : { label: t.back, href: "?scene=home" }}
      status={<StatusChip state={state} text={text} progress={progress} />}
      actions={
        <IconButton
          label={t.sunScreen}
          icon={<SunIcon />}
          pressed={theme === "sun"}
          onClick={toggleSun}
        />
      }
    />
  );
}
