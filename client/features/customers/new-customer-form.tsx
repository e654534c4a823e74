import { useState, type FormEvent } from "react";
import { createCustomer } from "../../local/actions/create-customer.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveError } from "../../local/save-result.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./new-customer-form.module.css";
import { emptyCustomer, type NewCustomerFields } from "./new-customer-fields.ts";
import { useDraft } from "./use-draft.ts";

type NewCustomerFormProps = {
  /** What was typed into the search: most often the name. */
  readonly suggestedName: string;
  readonly onCreated: (customerId: string) => void;
  readonly onProblem: (error: SaveError) => void;
};

/** A customer met in a driveway: only the name is asked for, everything else can wait. */
export function NewCustomerForm({ suggestedName, onCreated, onProblem }: NewCustomerFormProps) {
  const { t } = useWords();
  const local = useLocal();
  const [fields, setFields, forgetDraft] = useDraft(emptyCustomer(suggestedName));
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const nameless = fields.name.trim() === "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (nameless || saving) return;
    setSaving(true);
    const saved = await createCustomer(local, trimmed(fields));
    if (!saved.ok) {
      setSaving(false);
      return onProblem(saved.error);
    }
    forgetDraft();
    onCreated(saved.value);
  };
  const bind = (field: keyof NewCustomerFields) => ({
    value: fields[field],
    onText: (text: string) => setFields({ ...fields, [field]: text }),
  });

  return (
    <form className={css["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={t.customerName}
        {...bind("name")}
        autoComplete="off"
        maxLength={120}
        problem={asked && nameless ? t.customerNameMissing : null}
      />
      <Field
        label={t.customerPhone}
        {...bind("phone")}
        type="tel"
        autoComplete="off"
        maxLength={40}
      />
      <Field label={t.customerStreet} {...bind("street")} autoComplete="off" maxLength={255} />
      <div className={css["place"]}>
        <Field label={t.customerCity} {...bind("city")} autoComplete="off" maxLength={40} />
        <Field label={t.customerState} {...bind("state")} autoComplete="off" maxLength={20} />
        <Field
          label={t.customerZip}
          {...bind("postalCode")}
          autoComplete="off"
          inputMode="numeric"
          maxLength={20}
        />
      </div>
      <Field
        label={t.customerEmail}
        {...bind("email")}
        type="email"
        autoComplete="off"
        maxLength={80}
      />
      <Button type="submit" variant="primary" big disabled={saving}>
        {t.customerAdd}
      </Button>
    </form>
  );
}

function trimmed(fields: NewCustomerFields): NewCustomerFields {
  return {
    name: fields.name.trim(),
    phone: fields.phone.trim(),
    email: fields.email.trim(),
    street: fields.street.trim(),
    city: fields.city.trim(),
    state: fields.state.trim(),
    postalCode: fields.postalCode.trim(),
  };
}
