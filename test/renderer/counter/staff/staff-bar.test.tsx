import { fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { minutesAgo, sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';
import { done, open, orders, query, verdict, withOwnTime } from '../code-rig.tsx';

withOwnTime();

const shop = (initials: readonly string[] = ['ANA', 'LU', 'M'], atCounter = '') => ({
  settings: { ...SAMPLE_SETTINGS, hands: { ...SAMPLE_SETTINGS.hands, initials, atCounter } },
});
const bar = (): HTMLElement | null => screen.queryByRole('region', { name: 'En el mostrador' });
const chosen = (): string | null =>
  within(bar() ?? document.body).queryByRole('button', { pressed: true })?.textContent ?? null;
const alt = (code: string, key: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { code, key, altKey: true, ...more });
};

test('without initials nothing of it shows, and Alt with a digit stays the system’s', async () => {
  const { fake, pass } = await open(orders, shop([]));
  alt('Digit1', '1');
  await pass(500);
  expect(bar()).toBeNull();
  expect(fake.callsOf('staff:at-counter')).toEqual([]);
  expect(query()).toBe('');
});

test('one click says who is at the counter, another takes it back', async () => {
  const { fake, pass } = await open(orders, shop());
  expect(chosen()).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'LU' }));
  await pass(0);
  expect(chosen()).toBe('LU');
  fireEvent.click(screen.getByRole('button', { name: 'LU' }));
  await pass(0);
  expect(chosen()).toBeNull();
  expect(fake.callsOf('staff:at-counter')).toEqual([{ initials: 'LU' }, { initials: '' }]);
});

test('one key says it too, once however long it is held, also where Option changes what it types', async () => {
  const { fake, pass } = await open(orders, shop());
  alt('Digit2', '2');
  for (let again = 0; again < 20; again += 1) alt('Digit2', '2', { repeat: true });
  await pass(0);
  alt('Digit3', '£');
  await pass(0);
  expect(chosen()).toBe('M');
  expect(fake.callsOf('staff:at-counter')).toEqual([{ initials: 'LU' }, { initials: 'M' }]);
});

test.each([
  ['a place without initials', { code: 'Digit9', key: '9' }],
  ['AltGr', { code: 'Digit1', key: '1', ctrlKey: true }],
  ['a window’s own key', { code: 'Digit1', key: '1', metaKey: true }],
  ['the keypad, which types signs on Windows', { code: 'Numpad1', key: '1' }],
  ['F4', { code: 'F4', key: 'F4' }],
])('%s is left alone', async (_name, key) => {
  const { fake, pass } = await open(orders, shop());
  alt(key.code, key.key, key);
  await pass(500);
  expect(fake.callsOf('staff:at-counter')).toEqual([]);
});

test('letters and digits of a code are text, whatever initials there are', async () => {
  const { fake, type, scan, pass } = await open(orders, shop(['4', '8', 'A', 'E', 'V']));
  await type('4821');
  expect([verdict(), query()]).toEqual(['give', '4821']);
  await scan('12E4', 'Enter');
  await pass(2_000);
  expect(query()).toBe('12E4');
  expect(fake.callsOf('staff:at-counter')).toEqual([]);
  expect(done(fake)).toEqual([]);
});

test('while a code stands the key still says who is there, and changes nothing of the code', async () => {
  const { fake, type, pass } = await open(orders, shop());
  await type('4821');
  alt('Digit1', '1');
  await pass(500);
  expect([verdict(), query(), chosen()]).toEqual(['give', '4821', 'ANA']);
  screen.getByRole('textbox').focus();
  alt('Digit2', '2');
  await pass(500);
  expect([query(), chosen()]).toEqual(['4821', 'LU']);
  expect(done(fake)).toEqual([]);
});

test('a change that fails is said, and what shows stays true', async () => {
  const { fake, pass } = await open(orders, shop(undefined, 'ANA'));
  fake.main.broken.add('staff:at-counter');
  alt('Digit2', '2');
  await pass(0);
  expect(chosen()).toBe('ANA');
  expect(
    screen.getByText('No se pudo guardar quién está en el mostrador. Pruebe de nuevo.').textContent,
  ).not.toBe('');
});

test('the detail of an order says who saw it and who handed it over', async () => {
  const order = sampleOrder({ id: 'z', code: '4900', handedOverAt: minutesAgo(2) });
  const detail = sampleDetail(order);
  const at = minutesAgo(3);
  const alerts = [{ ...sampleAlert(order, 'ready'), acknowledgedAt: at, acknowledgedBy: 'ANA' }];
  const { fake, pass } = await open([order], {
    ...shop(),
    details: new Map([['z', { ...detail, alerts, stored: { ...detail.stored, handedOverBy: 'LU' } }]]),
  });
  fake.emit('orders:show', { orderId: 'z' });
  await pass(0);
  const panel = screen.getByRole('complementary', { name: 'Pedido 4900' });
  expect(panel.textContent).toMatch(/Visto \(Listo para retirar\)13:57 · ANA/);
  expect(panel.textContent).toMatch(/Entregado13:58 · LU/);
});

test('a detail without initials says no more than before', async () => {
  const order = sampleOrder({ id: 'z', code: '4900', handedOverAt: minutesAgo(2) });
  const alerts = [
    { ...sampleAlert(order, 'ready'), acknowledgedAt: minutesAgo(3), acknowledgedBy: 'counter' },
  ];
  const { fake, pass } = await open([order], {
    details: new Map([['z', { ...sampleDetail(order), alerts }]]),
  });
  fake.emit('orders:show', { orderId: 'z' });
  await pass(0);
  const panel = screen.getByRole('complementary', { name: 'Pedido 4900' });
  expect(panel.textContent).toMatch(/Entregado13:58/);
  expect(panel.textContent).not.toMatch(/Visto \(|counter|·/);
});

test('a bar that anybody can use', async () => {
  const { pass } = await open(orders, shop(undefined, 'ANA'));
  await pass(0);
  const own = bar();
  if (own === null) throw new Error('There is no bar');
  // Axe waits by the clock.
  vi.useRealTimers();
  const { violations } = await axe.run(own, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
