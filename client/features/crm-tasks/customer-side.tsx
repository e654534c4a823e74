import type { ReactNode } from "react";
import css from "./crm-tasks.module.css";

interface Picture {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly city: string;
}

type CustomerSideProps = {
  /** Which of the two this is: "Ours". */
  readonly title: string;
  readonly customer: Picture;
  /** In place of a name that is not known. */
  readonly unnamed: string;
  readonly children?: ReactNode;
};

/** A customer as one looks at a card: name, telephone, e-mail address, place; what can be done with it below. */
export function CustomerSide({ title, customer, unnamed, children }: CustomerSideProps) {
  const { name, phone, email, street, city } = customer;
  const place = [street, city].filter((part) => part !== "").join(", ");
  return (
    <section className={css["side"]} aria-label={`${title}: ${name || unnamed}`}>
      <p className={css["soft"]}>{title}</p>
      <div>
        <h3>{name || unnamed}</h3>
        {[phone, email, place]
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
      {children}
    </section>
  );
}
