/** What is asked about a new customer. Lengths stay within what Salesforce's Account and Contact take. */
export interface NewCustomerFields {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

const PHONE_LIKE = /^[\d\s()+.-]{3,}$/;

/** An empty form that keeps what was searched for: as a phone number if it looks like one, else as the name. */
export function emptyCustomer(searched: string): NewCustomerFields {
  const typed = searched.trim();
  const isPhone = PHONE_LIKE.test(typed);
  return {
    name: isPhone ? "" : typed,
    phone: isPhone ? typed : "",
    email: "",
    street: "",
    city: "",
    state: "",
    postalCode: "",
  };
}
