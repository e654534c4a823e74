import type { ReactNode } from "react";
import { crm } from "../../words/crm.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./crm-tasks.module.css";
import { customerLines, type CustomerPicture } from "./customer-lines.ts";

type CustomerSideProps = {
  /** Which of the two this is: "Ours". */
  readonly title: string;
  readonly customer: CustomerPicture;
  /** The one beside it; what differs is marked. */
  readonly other: CustomerPicture | null;
  /** In place of a name that is not known. */
  readonly unnamed: string;
  readonly children?: ReactNode;
};

/** A customer as one looks at a card: name, telephone, e-mail address, place; what can be done with it below. */
export function CustomerSide({ title, customer, other, unnamed, children }: CustomerSideProps) {
  const w = useSubject(crm);
  const name = customer.name || unnamed;
  const lines = customerLines(customer, other, w);
  const isOtherName = lines.some(({ about, differs }) => about === "name" && differs);
  const mark = (differs: boolean) =>
    differs ? <small className={css["differs"]}>{w.crmDiffers}</small> : null;
  return (
    <section className={css["side"]} aria-label={`${title}: ${name}`}>
      <p className={css["soft"]}>{title}</p>
      <div className={css["lines"]}>
        <h3 data-differs={isOtherName}>
          {name} {mark(isOtherName)}
        </h3>
        {lines
          .filter(({ about }) => about !== "name")
          .map(({ about, text, differs }) => (
            <p key={about} data-differs={differs}>
              {text} {mark(differs)}
            </p>
          ))}
      </div>
      {children}
    </section>
  );
}
