/** Why a request is not done; each API words it in its own shape. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: 400 | 401 | 403 | 404 | 409 | 415 | 422 | 429;
  /** What v1 says besides the sentence. */
  readonly code: string;

  constructor(status: Refusal["status"], code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (): Refusal => new Refusal(404, "not_found", "Record not found");
export const invalid = (message: string): Refusal => new Refusal(422, "unprocessable", message);
