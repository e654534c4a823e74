import { Link } from "wouter";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { useHand } from "../../ui/hand.ts";
import { NextIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Screen } from "../../ui/screen.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { useTheme } from "../../ui/theme.ts";
import { useToast } from "../../ui/toast.tsx";
import { languageNames, type Language } from "../../words/language.ts";
import { pipeline } from "../../words/pipeline.ts";
import { devices } from "../../words/devices.ts";
import { sample } from "../../words/sample.ts";
import { storage } from "../../words/storage.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { BringBack } from "./bring-back.tsx";
import css from "./settings-route.module.css";
import { SignOut } from "./sign-out.tsx";

const languages: readonly Language[] = ["en", "es"];

/** How the tablet looks, speaks and is held, and whose it is. */
export function SettingsRoute() {
  const { t, language, setLanguage } = useWords();
  const w = useSubject(devices);
  const p = useSubject(pipeline);
  const isManager = useSession().role === "manager";
  const kept = useSubject(storage);
  const play = useSubject(sample);
  const { show } = useToast();
  const speak = (wanted: Language) =>
    setLanguage(wanted).catch(() => show({ text: t.settingsLanguageFailed }));
  const { theme, setTheme } = useTheme();
  const { hand, setHand } = useHand();
  return (
    <Screen header={<MainHeader title={t.settings} back={{ href: "/" }} />}>
      <div className={css["groups"]}>
        <List>
          <Place href="/price-book" title={t.settingsPriceBook} detail={t.settingsPriceBookLead} />
          <Place href="/settings/devices" title={w.title} detail={w.lead} />
          {isManager ? (
            <Place href="/pipeline" title={p.pipelineTitle} detail={p.pipelineLead} />
          ) : null}
          <Place href="/settings/storage" title={kept.title} detail={kept.lead} />
          <Place href="/sample" title={play.title} detail={play.lead} />
          <li>
            <BringBack />
          </li>
        </List>
        <SegmentedControl
          label={t.settingsTheme}
          value={theme}
          onValue={setTheme}
          options={[
            { value: "system", label: t.settingsThemeSystem },
            { value: "light", label: t.settingsThemeLight },
            { value: "dark", label: t.settingsThemeDark },
            { value: "sun", label: t.settingsThemeSun },
          ]}
        />
        <SegmentedControl
          label={t.settingsLanguage}
          value={language}
          onValue={(wanted) => void speak(wanted)}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SegmentedControl
          label={t.settingsHand}
          value={hand}
          onValue={setHand}
          options={[
            { value: "left", label: t.settingsHandLeft },
            { value: "right", label: t.settingsHandRight },
          ]}
        />
        <SignOut />
      </div>
    </Screen>
  );
}

type PlaceProps = { readonly href: string; readonly title: string; readonly detail: string };

/** A way from the settings to a screen of its own. */
function Place({ href, title, detail }: PlaceProps) {
  return (
    <li>
      <Link href={href} asChild>
        <ListRow href={href} title={title} detail={detail} meta={<NextIcon size={20} />} />
      </Link>
    </li>
  );
}
