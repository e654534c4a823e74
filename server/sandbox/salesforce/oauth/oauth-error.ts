/** A refusal of the OAuth endpoints: an object, not the array of the data API. */

export type OAuthErrorCode =
  | "invalid_client_id"
  | "invalid_grant"
  | "invalid_request"
  | "invalid_scope"
  | "invalid_token"
  | "login_required"
  | "redirect_uri_mismatch"
  | "unsupported_grant_type"
  | "unsupported_response_type";

export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly code: OAuthErrorCode;

  constructor(code: OAuthErrorCode, description: string) {
    super(description);
    this.code = code;
  }

  toBody(): { error: OAuthErrorCode; error_description: string } {
    return { error: this.code, error_description: this.message };
  }
}
