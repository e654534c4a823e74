import { useState } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { CheckRow } from "../ui/check-row.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FieldGrid } from "../ui/field-grid.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Field } from "../ui/field.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { CopyIcon, PlusIcon, RedoIcon, TrashIcon, UndoIcon } from "../ui/icons.tsx";
import { Money } from "../ui/money.tsx";
import { Screen } from "../ui/screen.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { ToastStrip, useToast } from "../ui/toast.tsx";
import { useWords } from "../words/words-provider.tsx";
import { sampleWords } from "./gallery-words.ts";
import css from "./gallery.module.css";
import { SampleHeader } from "./sample-header.tsx";

const noop = () => {};

/** Every part in its states, under one another. */
export function PartsScene() {
  const { t } = useWords();
  return (
    <Screen header={<SampleHeader state="held" text={t.syncHeld(1)} />}>
      <ActionParts />
      <InputParts />
      <SayingParts />
    </Screen>
  );
}

function ActionParts() {
  const { t } = useWords();
  const { show } = useToast();
  return (
    <>
      <div className={css["run"]}>
        <Button variant="primary" icon={<PlusIcon />}>
          {t.homeNew}
        </Button>
        <Button
          onClick={() =>
            show({ text: t.areasRemoved("Kitchen"), action: { label: t.undo, onAct: noop } })
          }
        >
          {t.areasClone}
        </Button>
        <Button variant="danger">{t.areasRemove}</Button>
        <Button variant="quiet">{t.installLater}</Button>
        <Button disabled>{t.redo}</Button>
      </div>
      <div className={css["run"]}>
        <IconButton label={t.undo} icon={<UndoIcon />} />
        <IconButton label={t.redo} icon={<RedoIcon />} disabled />
        <IconButton label={t.areasClone} icon={<CopyIcon />} pressed />
        <IconButton label={t.areasRemove} icon={<TrashIcon />} />
      </div>
    </>
  );
}

function InputParts() {
  const { t } = useWords();
  const [name, setName] = useState("Marisol Vega");
  const [search, setSearch] = useState("elm");
  const [prep, setPrep] = useState<"light" | "normal" | "heavy">("normal");
  const [left, setLeft] = useState(true);
  return (
    <>
      <SearchField
        label={t.customerSearch}
        value={search}
        onText={setSearch}
        clearLabel={t.clear}
      />
      <FieldGrid>
        <Field label={t.customerName} value={name} onText={setName} />
        <Field label={t.customerPhone} value="" onText={noop} type="tel" hint={t.customerNew} />
        <Field label={t.customerName} value="" onText={noop} problem={t.customerNameMissing} />
      </FieldGrid>
      <SegmentedControl
        label={t.areaPrep}
        value={prep}
        onValue={setPrep}
        options={[
          { value: "light", label: sampleWords.prepLight },
          { value: "normal", label: sampleWords.prepNormal },
          { value: "heavy", label: sampleWords.prepHeavy },
        ]}
      />
      <FieldGrid>
        <CheckRow label={sampleWords.walls} detail={t.areaCoatCount(2)} checked onChecked={noop} />
        <CheckRow label={t.settingsHandLeft} kind="switch" checked={left} onChecked={setLeft} />
        <CheckRow label={t.settingsThemeSun} kind="switch" checked={false} onChecked={noop} />
      </FieldGrid>
    </>
  );
}

function SayingParts() {
  const { t } = useWords();
  return (
    <>
      <div className={css["run"]}>
        <StatusChip state="saved" text={t.syncLocal} />
        <StatusChip state="sending" text={t.syncSent(3, 17)} progress={3 / 17} />
        <StatusChip state="done" text={sampleWords.allIn} />
        <StatusChip state="held" text={t.syncHeld(2)} />
      </div>
      <div className={css["run"]}>
        <Money cents={481_250} size="xxl" />
        <Money cents={481_250} size="xl" />
        <Money cents={481_250} size="l" />
        <Money cents={481_250} />
      </div>
      <ToastStrip
        toast={{ text: t.areasRemoved("Kitchen"), action: { label: t.undo, onAct: noop } }}
        closeLabel={t.close}
        onClose={noop}
      />
      <Banner>{sampleWords.silent}</Banner>
      <ErrorNotice
        happened={t.errorStorageFull}
        safe={t.errorStorageFullSafe}
        todo={t.errorStorageFullTodo}
        action={<Button>{t.tryAgain}</Button>}
      />
      <EmptyState
        title={t.areasEmptyTitle}
        action={<Button variant="primary">{t.areasAddRoom}</Button>}
      >
        {t.areasEmptyLead}
      </EmptyState>
      <Skeleton rows={2} label={t.loading} />
    </>
  );
}
