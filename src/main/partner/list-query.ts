const SECOND_MS = 1000;
const MAX_SPAN_MS = 60 * 24 * 60 * 60 * SECOND_MS;

/**
 * The query of the list between two ISO UTC times: whole seconds without a zone, the span cut to its newest 60 days, and
 * the page called `page`. Source: docs/partner-api.md, "Order list".
 */
export function toListQuery({
  from,
  to,
  page,
  pageSize,
}: {
  readonly from: string;
  readonly to: string;
  readonly page: number;
  readonly pageSize: number;
}): URLSearchParams {
  // Rounded down: up to a second of the future may be refused, and the next reading has what came in it.
  const toMs = Math.floor(Date.parse(to) / SECOND_MS) * SECOND_MS;
  const fromMs = Math.floor(Date.parse(from) / SECOND_MS) * SECOND_MS;
  return new URLSearchParams({
    start_time: toWireTime(Math.max(fromMs, toMs - MAX_SPAN_MS)),
    end_time: toWireTime(toMs),
    page: String(page),
    page_size: String(pageSize),
  });
}

function toWireTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length);
}
