/** What such a library says, which writes `undefined` for what it does not say. */
type Asked = Omit<RequestInit, "body" | "signal"> & {
  readonly body?: RequestInit["body"] | undefined;
  readonly signal?: AbortSignal | null | undefined;
};

/** Fetches for a library that wants to read the answer itself, and lets it have so many bytes at the most. */
export const boundedFetch =
  (maxBytes: number) =>
  async (url: string | URL, { body: sent, signal, ...asked }: Asked): Promise<Response> => {
    const response = await fetch(url, { ...asked, body: sent ?? null, signal: signal ?? null });
    const { status, statusText, headers, body } = response;
    if (body === null) return response;
    let bytes = 0;
    const bounded = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        // Whoever reads is told, and the rest is not fetched.
        if (bytes > maxBytes)
          controller.error(new Error(`The answer has more than ${maxBytes / 1e6} MB.`));
        else controller.enqueue(chunk);
      },
    });
    return new Response(body.pipeThrough(bounded), { status, statusText, headers });
  };
