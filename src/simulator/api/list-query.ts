import type { Switches } from './switches.ts';

export type ListQuery = {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly pageSize: number;
};

export const READABLE_DAYS = 60;
export const DAY_MS = 86_400_000;
const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 500;

/** Reads the query of the list, or says in a sentence what is wrong. Source: docs/partner-api.md, "Order list". */
export function readListQuery(query: URLSearchParams, now: number, switches: Switches): ListQuery | string {
  const page = readCount(query.get('page'), 1);
  if (page === null) return 'page must be a positive integer';
  const pageSize = readCount(query.get('page_size'), DEFAULT_PAGE_SIZE);
  if (pageSize === null || pageSize > MAX_PAGE_SIZE) return 'page_size must be between 1 and 500';

  const oldest = now - READABLE_DAYS * DAY_MS;
  const from = readTime(query.get('start_time'), oldest, switches);
  if (from === null) return 'start_time must be a UTC time like 2024-09-11T10:40:00';
  const to = readTime(query.get('end_time'), now, switches);
  if (to === null) return 'end_time must be a UTC time like 2024-09-11T10:40:00';
  if (to > now && switches.endTimeInFuture === 'refused') return 'end_time must not be in the future';
  if (to < from) return 'end_time must not be before start_time';
  if (to - from > READABLE_DAYS * DAY_MS) return 'the range must not exceed 60 days';
  if (from < oldest && switches.tooOldRange === 'error') return 'only the last 60 days can be read';
  return { from: Math.max(from, oldest), to, page, pageSize };
}

function readCount(text: string | null, usual: number): number | null {
  if (text === null) return usual;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return count >= 1 ? count : null;
}

function readTime(text: string | null, usual: number, switches: Switches): number | null {
  if (text === null || text === '') return switches.timesRequired ? null : usual;
  const tolerated = switches.timesTolerateZ ? /^(.{19})(\.\d{1,3})?Z?$/ : /^(.{19})()$/;
  const match = tolerated.exec(text);
  if (match === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(match[1] ?? '')) return null;
  const at = Date.parse(`${match[1]}${match[2] ?? ''}Z`);
  return Number.isNaN(at) ? null : at;
}
