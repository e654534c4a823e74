import { type Answer, answered, failed } from "../errors.ts";

/** Where the bearer token of calls comes from. */
export interface TokenSource {
  /** The present token, or a first one. */
  current(): Promise<Answer<string>>;
  /** One other than `refused`; `unauthorized` where there is none. */
  replace(refused: string): Promise<Answer<string>>;
}

/** A token that a person made for us. When it is refused, a person has to make another one. */
export const personalToken = (token: string): TokenSource => ({
  current: () => Promise.resolve(answered(token)),
  replace: () =>
    Promise.resolve(failed("unauthorized", "CompanyCam does not take our token any more.")),
});
