import { useState } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { CustomerField } from "../../local/actions/edit-customer.ts";
import { SavedSign } from "../../chrome/saved-sign.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./customer-fields.module.css";
import { PlaceFields } from "./place-fields.tsx";
import { useCustomerTyping } from "./use-customer-typing.ts";

/** The customer's own data, typed over; it says first how far such a change reaches. */
export function CustomerFields({ customer }: { readonly customer: RecordOf<"customer"> }) {
  const { t } = useWords();
  const { text, type, leave } = useCustomerTyping(customer);
  // A customer without a name could not be found again, nor sent to Salesforce: the last name stays until there is a new one.
  const [nameless, setNameless] = useState(false);
  const typeName = (typed: string) => {
    setNameless(typed.trim() === "");
    if (typed.trim() !== "") type("name", typed);
  };
  const bind = (field: CustomerField) => ({
    value: text(field),
    onText: (typed: string) => type(field, typed),
    onBlur: leave,
    autoComplete: "off",
  });
  return (
    <div className={css["fields"]}>
      <Banner>
        <p>{t.detailsCustomerEverywhere}</p>
        {customer.salesforceAccountId === null ? null : <p>{t.detailsSalesforceKeeps}</p>}
      </Banner>
      <Field
        label={t.customerName}
        {...bind("name")}
        value={nameless ? "" : text("name")}
        onText={typeName}
        maxLength={120}
        problem={nameless ? t.customerNameMissing : null}
      />
      <Field label={t.customerPhone} {...bind("phone")} type="tel" maxLength={40} />
      <Field label={t.customerEmail} {...bind("email")} type="email" maxLength={80} />
      <PlaceFields label={t.detailsCustomerAddress} text={text} onText={type} onLeave={leave} />
      <SavedSign />
    </div>
  );
}
