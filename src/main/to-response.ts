const NO_BODY: readonly number[] = [204, 205, 304];

/**
 * Returns the response, without the words beside its status: whoever sent it may write them in any charset. Rejects, and
 * cancels the stream, when no response may have this status.
 */
export async function toResponse(
  status: number,
  headers: Headers,
  stream: ReadableStream<Uint8Array>,
): Promise<Response> {
  try {
    return new Response(NO_BODY.includes(status) ? null : stream, { status, headers });
  } catch {
    await stream.cancel();
    throw new Error('net::ERR_INVALID_RESPONSE');
  }
}
