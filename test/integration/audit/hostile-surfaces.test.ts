import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alertCode, type Alert } from '../../../src/shared/orders/alert.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../src/shared/settings/alert-settings.ts';
import { DEFAULT_OUTGOING_SETTINGS } from '../../../src/shared/settings/outgoing.ts';
import { DEFAULT_PAPER_SETTINGS } from '../../../src/shared/settings/paper.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { toMenuLabel, trayModel } from '../../../src/main/core/alerts/tray-model.ts';
import { createDayReader } from '../../../src/main/core/day/read.ts';
import { createPassOn } from '../../../src/main/core/outbox/order-message.ts';
import { phoneRequest } from '../../../src/main/core/outbox/phone-message.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import type { IncomingOrder } from '../../../src/main/core/orders/types.ts';
import { toSlips } from '../../../src/main/core/paper/slip.ts';
import { orderFileName } from '../../../src/main/outgoing/order-file.ts';
import { parsePartnerOrder } from '../../../src/main/partner/wire/schemas.ts';
import { toEscPos } from '../../../src/main/printer/escpos.ts';
import { toSlipPage } from '../../../src/main/printer/slip-page.ts';
import { alertToast, escapeBody } from '../../../src/main/shell/notifications/notifications.ts';
import { createDayFacts } from '../../../src/main/store/orders/day-facts.ts';
import { CHANNELS } from '../../../src/main/ipc/channels.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { healthOf } from '../../fakes/mostrador-api.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { HOSTILE_TEXTS, hostileBody } from '../../fixtures/hostile-texts.ts';
import { expectPlain } from '../../fixtures/plain-texts.ts';
import { decodeEscPos } from '../../services/escpos-decoder.ts';

const clock = createFixedClock();
const now = clock.now;
const time = (iso: string): string => iso.slice(11, 16);
const entries = Object.entries(HOSTILE_TEXTS);
const SLIPS = [
  [58, 'initial', 'qr'],
  [80, 'first-name', 'code128'],
] as const;
const READY = { status: 'READY_FOR_PICKUP' };
let opened: ReturnType<typeof openTempStore>;

const idOf = (index: number, kind: number): string =>
  `9d4a63b5-3e07-4440-96af-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;
function read(body: unknown): IncomingOrder {
  const parsed = parsePartnerOrder(body, { country: 'uy' });
  if (!parsed.ok) throw new Error(parsed.error.note.kind);
  return parsed.value;
}
/** An order that is ready, one that is cancelled, and one of a status that nobody knows. */
const ordersOf = (text: string, index: number): readonly IncomingOrder[] => {
  const sys = { created_at: now(), updated_at: now() };
  const cancellation = { reason: text, cancelled_by: text };
  return [
    read(hostileBody(idOf(index, 0), text, { ...READY, sys })),
    read(hostileBody(idOf(index, 1), text, { status: 'CANCELLED', cancellation, sys })),
    read(hostileBody(idOf(index, 2), text, { status: `${text}s`, sys })),
    read(hostileBody(`${text.slice(0, 150)}i`, text, { ...READY, sys })),
  ];
};

beforeAll(() => {
  opened = openTempStore(now);
  const ingest = createIngest({ store: opened.store, now });
  ingest(
    entries.flatMap(([, text], index) => ordersOf(text, index)),
    'webhook',
  );
});
afterAll(() => opened.close());

const kept = (id: string) => {
  const found = opened.store.findOrder(id);
  if (found === null) throw new Error('The order was not stored');
  return found;
};
const stored = (index: number, kind: number) => kept(idOf(index, kind));

describe.each(entries.map(([name, text], index) => [name, text, index] as const))(
  '%s',
  (_name, text, index) => {
    const alertsOf = (): readonly Alert[] =>
      [0, 1, 2].flatMap((kind) => opened.store.alertsOf(idOf(index, kind)));

    test('is kept as people see it, in every field of an order and of its alerts', () => {
      for (const kind of [0, 1, 2]) {
        const { order } = stored(index, kind);
        expectPlain(order);
        expect(order.code).not.toBe('');
      }
      expect(alertsOf().map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ready', 'cancelled']));
      expectPlain(alertsOf());
    });

    test.each(['es', 'en'] as const)('is a word in toasts, and no markup there (%s)', (language) => {
      for (const alert of alertsOf()) {
        const { title, body } = alertToast(alert, textsFor(language), time);
        expectPlain({ title, body: body.replaceAll('\n', ' ') });
        const marked = escapeBody(body, 'linux');
        expect(marked).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(marked.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(body);
      }
    });

    test('is a word in the menu of the tray, and marks no access key there', () => {
      const orders = [0, 1, 2].map((kind) => idOf(index, kind));
      const model = trayModel({
        demo: 'none',
        hasRiders: false,
        openAlerts: alertsOf(),
        unclaimed: DEFAULT_ALERT_SETTINGS.unclaimed,
        silenced: new Set(),
        orders: opened.store.summariesOf(orders),
        health: healthOf(),
        refreshing: false,
        mutedUntil: null,
        nowMs: Date.parse(now()),
        clock: time,
        texts: textsFor('es'),
      });
      const labels = model.entries.flatMap((entry) => (entry.kind === 'order' ? [entry.label] : []));
      expect(labels).toHaveLength(3);
      expectPlain({ labels, tooltip: model.tooltip });
      for (const label of labels) {
        expect(toMenuLabel(label).replaceAll('&&', '')).not.toContain('&');
        expect(toMenuLabel(label).replaceAll('&&', '&')).toBe(label);
        expect(label.length).toBeLessThan(100);
      }
    });

    test('commands no printer, and is text on the page that the system prints', () => {
      for (const [width, name, symbol] of SLIPS) {
        const paper = { ...DEFAULT_PAPER_SETTINGS, width, name, symbol };
        const settings = { ...DEFAULT_SETTINGS, paper };
        const slips = (['ready', 'cancelled'] as const).flatMap((kind) =>
          toSlips(
            stored(index, 0).order,
            { kind, readyAt: now(), isCopy: true, bags: 2 },
            { settings, texts: textsFor('es'), clock: time },
          ),
        );
        expectPlain(slips, { mayBreak: /^$/ });
        // The reader throws on a command that it does not know.
        expect(decodeEscPos(toEscPos(slips))).toHaveLength(4);
        const page = toSlipPage(slips);
        const tags = page.replace(/<style>.*?<\/style>/s, '').match(/<\/?[^\s>]*/g) ?? [];
        const ours = /^<\/?(?:!doctype|html|head|meta|title|body|div|ul|li|b|s|em|i|span|svg|path|rect|g)?$/;
        expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
        expect(page.replaceAll('style=', '')).not.toMatch(/<[^>]*\s(?:on\w+|src|href|srcdoc)\s*=/i);
      }
    });

    test('is spoken as letters and digits', () => {
      for (const language of ['es', 'en'] as const)
        for (const alert of alertsOf())
          if (alert.kind !== 'connection') {
            const said = textsFor(language).spoken.order(alert.code, alert.kind);
            expect(said).toMatch(/^[\p{L}\d ,-]+$/u);
            expect(said.length).toBeLessThan(140);
          }
    });

    test.each(['ntfy', 'post'] as const)('is a word in what a phone gets (%s)', (way) => {
      const phone = {
        ...DEFAULT_OUTGOING_SETTINGS.phone,
        way,
        server: 'https://ntfy.example',
        topic: 't',
        address: 'https://a.example/x',
      };
      const codes = alertsOf().map(alertCode);
      for (const kind of ['ready', 'cancelled'] as const) {
        const news = { about: 'unseen', kind, codes, alertIds: [], at: now(), follows: null } as const;
        const { url, body } = phoneRequest(phone, 'msg_1', news, {
          shop: 'La Vieja',
          texts: textsFor('es'),
          clock: time,
          at: now(),
        });
        expect(url).toMatch(/^https:\/\/(?:ntfy\.example|a\.example\/x)$/);
        const sent: unknown = JSON.parse(body);
        expectPlain(sent);
        if (way === 'ntfy')
          expect(Object.keys(sent ?? {}).toSorted()).toEqual([
            'message',
            'priority',
            'sequence_id',
            'title',
            'topic',
          ]);
      }
    });

    test('reaches the till as JSON, and names no file but its own', () => {
      for (const form of ['tidy', 'received'] as const)
        for (const people of [true, false]) {
          const till = { ...DEFAULT_OUTGOING_SETTINGS.till, post: true, files: true, form, people };
          for (const news of ordersOf(text, index)) {
            const messages = createPassOn(till)(news, kept(news.order.id), now());
            expect(messages.map(({ target }) => target)).toEqual(['till-post', 'till-file']);
            for (const { body, id } of messages) {
              const sent: unknown = JSON.parse(body);
              if (form === 'tidy') expectPlain({ sent, id });
              expect(body.isWellFormed()).toBe(true);
              expect(Object.getPrototypeOf(sent)).toBe(Object.prototype);
            }
            expect(orderFileName(news.order.id)).toMatch(/^pedido-(?:[\da-f-]{36}|x[\da-f]{32})\.json$/);
          }
        }
    });
  },
);

test('no cell of the files for a spreadsheet is a formula, and none ends early', async () => {
  const reader = createDayReader({
    store: createDayFacts({ db: opened.db, flush: () => undefined, shop: () => '' }),
    now,
    timeZone: () => 'America/Montevideo',
    texts: () => textsFor('es'),
    locale: () => 'es-UY',
    breathe: () => Promise.resolve(),
  });
  for (const what of ['orders', 'alerts'] as const) {
    const { text } = await reader.file({ kind: 'today' }, what);
    const rows = [...text.slice(1).matchAll(/((?:"(?:[^"]|"")*"(?:;|(?=\r\n)))+)\r\n/g)].map(
      ([, row = '']) => row,
    );
    expect(rows.join('\r\n')).toBe(text.slice(1, -2));
    const cells = rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell));
    expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
    expect(cells.length).toBeGreaterThan(entries.length);
    expect(cells.flat().filter((cell) => /^[\s\p{C}]*[=+\-@\t\r\n]/u.test(cell.normalize('NFKC')))).toEqual(
      [],
    );
    expectPlain(cells);
  }
  const report = await reader.report({ kind: 'today' });
  expect(CHANNELS['day:read'].answer.safeParse(report).success).toBe(true);
});

test('the pages get them all', () => {
  const listed = CHANNELS['orders:list'].answer.safeParse(opened.store.listOrders());
  expect(listed.data?.length).toBeGreaterThan(3 * entries.length);
  expect(CHANNELS['alerts:open'].answer.safeParse(opened.store.openAlerts()).success).toBe(true);
});

test('a search for any of them ends, and finds what holds it', () => {
  for (const [, text] of entries) {
    const words = [text.slice(0, 40).toLowerCase()];
    expect(() => opened.store.ordersWithProduct(words, '')).not.toThrow();
  }
  expect(opened.store.ordersWithProduct(['%'], '').orderIds.length).toBeLessThan(opened.store.countOrders());
});
