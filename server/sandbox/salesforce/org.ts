/** What is fixed about the sandbox org: its id, its people and their sign-in names. */
import { makeRecordId } from "./objects/record-id.ts";

/** The same in every sandbox, so that a client can pin it. */
export const organizationId = makeRecordId("00D", 1);

export const organizationName = "Bright Coat Painting (sandbox)";

export type Person = {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alias: string;
  readonly title: string;
  readonly profile: string;
  /** Undefined for the integration user, who has no place in the hierarchy. */
  readonly role: string | undefined;
};

/** The profiles for which the JWT app is pre-authorised. */
export const integrationProfiles: readonly string[] = [
  "Paintbox Integration",
  "System Administrator",
];

/** In the order of their user ids. */
export const people: readonly Person[] = [
  {
    username: "integration@brightcoat.example",
    firstName: "Paintbox",
    lastName: "Integration",
    alias: "pbox",
    title: "Integration user",
    profile: "Paintbox Integration",
    role: undefined,
  },
  {
    username: "erin.vega@brightcoat.example",
    firstName: "Erin",
    lastName: "Vega",
    alias: "evega",
    title: "Estimator",
    profile: "Standard User",
    role: "Estimator",
  },
  {
    username: "marcus.hale@brightcoat.example",
    firstName: "Marcus",
    lastName: "Hale",
    alias: "mhale",
    title: "Operations Manager",
    profile: "System Administrator",
    role: "Manager",
  },
  {
    username: "luz.ortega@brightcoat.example",
    firstName: "Luz",
    lastName: "Ortega",
    alias: "lorte",
    title: "Lead Painter",
    profile: "Standard User",
    role: "Painter",
  },
  {
    username: "noah.brandt@brightcoat.example",
    firstName: "Noah",
    lastName: "Brandt",
    alias: "nbran",
    title: "Estimator",
    profile: "Standard User",
    role: "Estimator",
  },
];
