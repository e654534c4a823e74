/** The parts of an address that records have. */
export interface Place {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** An address as on an envelope: the street, then "Dayton, OH 45402"; empty parts leave no trace. */
export function addressLines({ street, city, state, postalCode }: Place): readonly string[] {
  const region = [state, postalCode].filter(isGiven).join(" ");
  const town = [city, region].filter(isGiven).join(", ");
  return [street, town].filter(isGiven);
}

const isGiven = (part: string): boolean => part.trim() !== "";
