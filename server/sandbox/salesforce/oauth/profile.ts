/** What Salesforce tells about a user: userinfo and the identity URL. */
import { organizationId } from "../org.ts";
import type { DirectoryUser } from "./directory.ts";

export const identityUrl = (origin: string, userId: string): string =>
  `${origin}/id/${organizationId}/${userId}`;

const serviceUrls = (origin: string, userId: string) => ({
  rest: `${origin}/services/data/v{version}/`,
  sobjects: `${origin}/services/data/v{version}/sobjects/`,
  query: `${origin}/services/data/v{version}/query/`,
  search: `${origin}/services/data/v{version}/search/`,
  profile: `${origin}/${userId}`,
});

export function userInfo(origin: string, user: DirectoryUser) {
  return {
    sub: identityUrl(origin, user.id),
    user_id: user.id,
    organization_id: organizationId,
    preferred_username: user.username,
    nickname: user.firstName,
    name: user.name,
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    zoneinfo: user.timeZone,
    profile: `${origin}/${user.id}`,
    urls: serviceUrls(origin, user.id),
    active: user.isActive,
    user_type: "STANDARD",
    language: user.language,
    locale: user.language,
    utcOffset: -25_200_000,
    updated_at: user.updatedAt,
    is_app_installed: true,
  };
}

export function identity(origin: string, user: DirectoryUser) {
  return {
    id: identityUrl(origin, user.id),
    asserted_user: true,
    user_id: user.id,
    organization_id: organizationId,
    username: user.username,
    nick_name: user.firstName,
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    active: user.isActive,
    user_type: "STANDARD",
    language: user.language,
    locale: user.language,
    urls: serviceUrls(origin, user.id),
    last_modified_date: user.updatedAt,
    is_app_installed: true,
  };
}
