import { describe, expect, it } from 'vitest';
import { toApiUrl } from '../../../src/main/partner/target.ts';
import { toListQuery } from '../../../src/main/partner/list-query.ts';

describe('toApiUrl', () => {
  it.each([
    ['https://pedidosya.partner.deliveryhero.io', 'https://pedidosya.partner.deliveryhero.io/v2'],
    ['https://pedidosya.partner.deliveryhero.io/', 'https://pedidosya.partner.deliveryhero.io/v2'],
    [' https://pedidosya.partner.deliveryhero.io/v2/ ', 'https://pedidosya.partner.deliveryhero.io/v2'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v2'],
    ['http://localhost:8080', 'http://localhost:8080/v2'],
    ['http://[::1]:8080', 'http://[::1]:8080/v2'],
  ])('lets %s in', (baseUrl, apiUrl) => {
    expect(toApiUrl(baseUrl)).toBe(apiUrl);
  });

  it.each([
    '',
    'pedidosya.partner.deliveryhero.io',
    'http://pedidosya.partner.deliveryhero.io',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://192.168.0.10',
    'ftp://127.0.0.1',
    'https://user:secret@example.com',
    'https://example.com/?a=1',
  ])('keeps %j out', (baseUrl) => {
    expect(toApiUrl(baseUrl)).toBeNull();
  });
});

describe('toListQuery', () => {
  const query = (from: string, to: string) =>
    Object.fromEntries(toListQuery({ from, to, page: 3, pageSize: 100 }));

  it('writes UTC times without a zone, cut to whole seconds, and names the page `page`', () => {
    expect(query('2026-03-01T10:00:00.900Z', '2026-03-02T10:00:00.900Z')).toEqual({
      start_time: '2026-03-01T10:00:00',
      end_time: '2026-03-02T10:00:00',
      page: '3',
      page_size: '100',
    });
  });

  it('cuts the span to its newest 60 days', () => {
    expect(query('2020-01-01T00:00:00.000Z', '2026-03-02T10:00:00.000Z')).toMatchObject({
      start_time: '2026-01-01T10:00:00',
      end_time: '2026-03-02T10:00:00',
    });
  });
});
