import { IconButton } from "../ui/icon-button.tsx";
import { SunIcon } from "../ui/icons.tsx";
import { useTheme } from "../ui/theme.ts";
import { useWords } from "../words/words-provider.tsx";

/** One tap from any screen to one that can be read in the sun, and back. */
export function SunButton() {
  const { t } = useWords();
  const { theme, toggleSun } = useTheme();
  return (
    <IconButton
      label={t.sunScreen}
      icon={<SunIcon />}
      pressed={theme === "sun"}
      onClick={toggleSun}
    />
  );
}
