import { describe, expect, test } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { type OrderAlertKind, type Alert } from '../../../../src/shared/orders/alert.ts';
import { HEALTH_CODES, type Health } from '../../../../src/shared/health/health.ts';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { toMenuLabel, trayModel } from '../../../../src/main/core/alerts/tray-model.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const NOW = '2026-11-23T15:00:00.000Z';
const fine = { state: 'ok', code: 'ok', since: NOW, detail: null } as const;
const HEALTH: Health = {
  partner: fine,
  tunnel: fine,
  receiver: fine,
  store: fine,
  sound: fine,
  printer: fine,
  toasts: fine,
  power: fine,
  clock: fine,
  orders: fine,
  outgoing: fine,
  outlet: fine,
  facts: {
    lastPollAt: '2026-11-23T14:59:48.000Z',
    lastWebhookAt: '2026-11-23T14:02:00.000Z',
    lastOutletAt: null,
    clockOffsetMs: 0,
  },
};

function order(code: string, at: string, more: Partial<OrderSummary> = {}): OrderSummary {
  return {
    id: `id-${code}`,
    code,
    externalId: null,
    status: 'READY_FOR_PICKUP',
    statusText: 'READY_FOR_PICKUP',
    at,
    firstSeenAt: at,
    promisedFor: null,
    isPreorder: false,
    customerFirstName: 'Ana',
    lineCount: 3,
    totalMinor: 100,
    currency: 'UYU',
    cancellation: null,
    wasPickedUp: false,
    handedOverAt: null,
    collectMinor: null,
    ...more,
  };
}

function alert(code: string, kind: OrderAlertKind): Alert {
  return orderAlert(`id-${code}`, { kind, code, raisedAt: NOW, shownAt: NOW });
}

function model(facts: Partial<Parameters<typeof trayModel>[0]> = {}) {
  return trayModel({
    demo: 'none',
    hasRiders: false,
    openAlerts: [],
    unclaimed: DEFAULT_ALERT_SETTINGS.unclaimed,
    silenced: new Set(),
    orders: [],
    health: HEALTH,
    refreshing: false,
    mutedUntil: null,
    nowMs: Date.parse(NOW),
    clock: (iso) => iso.slice(11, 16),
    texts: textsFor('es'),
    ...facts,
  });
}

const labels = (shown: ReturnType<typeof trayModel>): string[] =>
  shown.entries.flatMap((entry) => (entry.kind === 'separator' ? [] : [entry.label]));

describe('a mute', () => {
  test('stands in the tooltip, and one entry of the menu ends it', () => {
    const muted = model({ mutedUntil: '2026-11-23T15:20:00.000Z' });
    expect(muted.tooltip).toMatch(/^Silenciado hasta 15:20 · Todo bien/);
    expect(labels(muted)).toContain('Silenciado hasta 15:20 · Activar sonido');
    expect(labels(muted)).not.toContain('Silenciar los avisos');
  });

  test('can be begun from the menu for three times', () => {
    const menu = model().entries.find((entry) => entry.kind === 'menu');
    expect(menu?.entries).toEqual([
      { kind: 'mute', minutes: 15, label: 'Por 15 minutos' },
      { kind: 'mute', minutes: 30, label: 'Por 30 minutos' },
      { kind: 'mute', minutes: 60, label: 'Por 1 hora' },
    ]);
  });
});

test('the screen for riders can be opened from the menu when it is switched on', () => {
  const { title } = textsFor('es').riders;
  expect(labels(model())).not.toContain(title);
  expect(labels(model({ hasRiders: true }))).toContain(title);
});

describe('the tray menu', () => {
  test('opens with the default action and ends with Salir', () => {
    expect(labels(model())).toEqual([
      'Abrir Mostrador',
      'Ningún pedido esperando',
      'Actualizar pedidos',
      'Silenciar los avisos',
      'Probar el sonido',
      'Prueba del día',
      'Resumen del día',
      'Ajustes',
      'Salir',
    ]);
  });

  test('does with each entry what it says', () => {
    const { entries } = model({ hasRiders: true, demo: 'offered' });
    const does = entries.flatMap((one) => (one.kind === 'action' && one.enabled ? [one.action] : []));
    expect(does.join(' ')).toBe('open refresh trySound dayTest day riders settings demo quit');
    expect(model({ orders: [order('1', NOW)] }).entries[2]).toMatchObject({ kind: 'order', orderId: 'id-1' });
  });

  test('names each waiting order by its code, the longest waiting first', () => {
    const shown = model({
      orders: [order('4822', '2026-11-23T14:59:40.000Z'), order('4821', '2026-11-23T14:48:00.000Z')],
    });
    expect(labels(shown).slice(1, 3)).toEqual(['4821 · listo hace 12 min', '4822 · recién listo']);
  });

  test('asks to look at an order whose status nobody knows, before those that are ready', () => {
    const shown = model({
      openAlerts: [alert('4823', 'unclear')],
      orders: [
        order('4821', '2026-11-23T14:48:00.000Z'),
        order('4823', '2026-11-23T14:50:00.000Z', { status: 'UNKNOWN', statusText: 'ON_HOLD' }),
      ],
    });
    expect(labels(shown).slice(1, 3)).toEqual(['4823 · mirar este pedido', '4821 · listo hace 12 min']);
  });

  test('puts an unseen cancellation first and leaves a seen one out', () => {
    const cancelled = order('9', NOW, { status: 'CANCELLED' });
    const seen = order('8', NOW, { status: 'CANCELLED' });
    const shown = model({
      orders: [order('7', NOW), cancelled, seen],
      openAlerts: [alert('9', 'cancelled')],
    });
    expect(labels(shown).slice(1, 3)).toEqual(['9 · CANCELADO, no entregar', '7 · recién listo']);
    expect(labels(shown).join()).not.toContain('8 ·');
  });

  test('leaves out what was handed over and says how many do not fit', () => {
    const many = Array.from({ length: 15 }, (_, index) => order(String(100 + index), NOW));
    const shown = model({ orders: [...many, order('50', NOW, { handedOverAt: NOW })] });
    expect(shown.entries).toContainEqual({ kind: 'note', label: 'y 3 más…' });
    expect(labels(shown).join()).not.toContain('50 ·');
  });

  test('does not offer a refresh while one runs', () => {
    const entry = model({ refreshing: true }).entries.find(
      (candidate) => candidate.kind === 'action' && candidate.action === 'refresh',
    );
    expect(entry).toMatchObject({ label: 'Actualizando pedidos…', enabled: false });
  });
});

describe('the tray icon', () => {
  test('counts unseen alerts, not orders', () => {
    const shown = model({ orders: [order('1', NOW), order('2', NOW)], openAlerts: [alert('1', 'ready')] });
    expect(shown.count).toBe(1);
    expect(shown.tooltip).toBe('1 aviso sin ver · Todo bien · consultado recién · último aviso real 14:02');
  });

  test('takes the state of the worst part, and a part that is switched off is no trouble', () => {
    expect(model({ health: { ...HEALTH, tunnel: { ...fine, state: 'off' } } }).health).toBe('ok');
    expect(model({ health: { ...HEALTH, tunnel: { ...fine, state: 'degraded' } } }).health).toBe('degraded');
    expect(
      model({
        health: { ...HEALTH, tunnel: { ...fine, state: 'degraded' }, partner: { ...fine, state: 'down' } },
      }).health,
    ).toBe('down');
  });
});

describe('the tooltip', () => {
  const down = { ...fine, state: 'down', code: 'partner-unauthorized' } as const;

  test('says what is wrong and what to do about it', () => {
    const { tooltip } = model({ health: { ...HEALTH, partner: down } });
    expect(tooltip).toBe(
      'PedidosYa no aceptó la clave de la API. Genere un token nuevo en Partner Portal y péguelo en Ajustes.',
    );
  });

  test('does not promise anything before the platform has answered', () => {
    const health: Health = {
      ...HEALTH,
      partner: { ...fine, state: 'off', code: 'starting' },
      facts: { lastPollAt: null, lastWebhookAt: null, lastOutletAt: null, clockOffsetMs: 0 },
    };
    expect(model({ health }).tooltip).toBe('Iniciando…');
    const unset: Health = { ...health, partner: { ...fine, state: 'off', code: 'not-configured' } };
    expect(model({ health: unset }).tooltip).toBe('Falta configurar la tienda.');
  });

  test('is never longer than Windows shows, and always names what is wrong', () => {
    for (const language of ['es', 'en'] as const) {
      for (const code of HEALTH_CODES) {
        const texts = textsFor(language);
        const detail = '4765:un-programa-de-nombre-muy-largo.exe:4770';
        const health = { ...HEALTH, store: { ...fine, state: 'down', code, detail } as const };
        const { tooltip } = model({ health, texts, openAlerts: [alert('1', 'ready')] });
        expect(tooltip.length).toBeLessThanOrEqual(127);
        expect(tooltip).toContain(texts.health[code](detail).sentence.slice(0, 60));
      }
    }
  });
});

describe('the demonstration', () => {
  test('is offered while there is no shop, and left from inside; a shop at work has neither entry', () => {
    const { demo } = textsFor('es');
    expect(labels(model())).not.toContain(demo.enter);
    expect(labels(model({ demo: 'offered' })).slice(-2)).toEqual([demo.enter, 'Salir']);
    expect(labels(model({ demo: 'inside' })).slice(-2)).toEqual([demo.leave, 'Salir']);
  });

  test('is named first in the tooltip, which still fits', () => {
    const down = {
      ...HEALTH,
      store: { state: 'down', code: 'store-failed', since: NOW, detail: null },
    } as const;
    for (const health of [HEALTH, down]) {
      const { tooltip } = model({ demo: 'inside', health });
      expect(tooltip).toMatch(/^DEMOSTRACIÓN — pedidos inventados · /);
      expect(tooltip.length).toBeLessThanOrEqual(127);
    }
    expect(model().tooltip).not.toContain('DEMOSTRACIÓN');
  });
});

test('a label keeps its ampersands and underscores in a menu', () => {
  expect(toMenuLabel('A&B_C && d')).toBe('A&&B_C &&&& d');
});
