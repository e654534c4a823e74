/** What the server answers when a tablet is to show its key first. */
const REFRESH_NEEDED = /"refresh_needed"/;

/**
 * `fetch` for our own server: when the tablet's secret is overdue it is refreshed, and the same request is made once more.
 * A tablet that turns out to be signed out gets that answer.
 */
export async function signedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...request);
  if (answer.status !== 401 || !REFRESH_NEEDED.test(await answer.clone().text())) return answer;
  const { refresh } = await import("./refresh.ts");
  switch ((await refresh()).kind) {
    case "refreshed":
      return fetch(...request);
    case "signed-out":
      return signedOut();
    case "unreachable":
      return answer;
  }
}

/** In the server's own words: whoever asked reads it as any other answer. */
const signedOut = (): Response =>
  Response.json(
    { error: { code: "signed_out", message: "You are signed out.", retryable: false } },
    { status: 401 },
  );
