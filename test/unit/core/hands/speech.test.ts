import { expect, test } from 'vitest';
import { createSpeech } from '../../../../src/main/core/hands/speech.ts';
import type { Alert, OrderAlert } from '../../../../src/shared/orders/alert.ts';
import type { VoiceOutcome } from '../../../../src/shared/settings/hands.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

function world(atStart: readonly Alert[] = []) {
  const said: string[] = [];
  const here = { isOn: true, isRinging: true, isSilent: false, hushed: 0 };
  let end: ((outcome: VoiceOutcome) => void) | null = null;
  const finish = async (outcome: VoiceOutcome = 'spoken'): Promise<void> => {
    const over = end;
    end = null;
    over?.(outcome);
    await Promise.resolve();
  };
  const speech = createSpeech({
    isOn: () => here.isOn,
    isAudible: (kind) => kind === 'cancelled' || !here.isSilent,
    texts: () => textsFor('es'),
    say: (text) => {
      if (!here.isRinging) return null;
      said.push(text);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    hush: () => {
      here.hushed += 1;
      void finish('stopped');
    },
  });
  /** Says everything that waits. */
  const all = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await finish();
  };
  speech.noteAlerts(atStart);
  return { speech, here, said, finish, all };
}
const ready = (code: string, more: Partial<OrderAlert> = {}): OrderAlert =>
  orderAlert(code, { code, ...more });
const many = (count: number, from = 1_000): readonly Alert[] =>
  Array.from({ length: count }, (_, index) => ready(String(from + index)));

test('an alert is spoken once, digit by digit', async () => {
  const { speech, said, all } = world();
  speech.noteAlerts([ready('4821')]);
  await all();
  speech.noteAlerts([ready('4821')]);
  speech.noteTone();
  await all();
  expect(said).toEqual(['Pedido cuatro ocho dos uno, listo']);
});

test('switched off it says nothing, and nothing of the past once it is switched on', async () => {
  const { speech, here, said, all } = world();
  here.isOn = false;
  speech.noteAlerts([ready('1')]);
  here.isOn = true;
  speech.noteTone();
  speech.noteAlerts([ready('1'), ready('2')]);
  await all();
  expect(said).toEqual(['Pedido dos, listo']);
});

test('what was unseen at the start has been told before, what comes later has not', async () => {
  const { speech, said, all } = world(many(40));
  speech.noteTone();
  await all();
  expect(said).toEqual([]);
  speech.noteAlerts([...many(40), ready('4821')]);
  await all();
  expect(said).toEqual(['Pedido cuatro ocho dos uno, listo']);
});

test('it waits for a tone: before that no page rings', async () => {
  const { speech, here, said, all } = world();
  here.isRinging = false;
  speech.noteAlerts([ready('4821')]);
  await all();
  expect(said).toEqual([]);
  here.isRinging = true;
  speech.noteTone();
  await all();
  expect(said).toHaveLength(1);
});

test('one after the other, the most urgent first', async () => {
  const { speech, said, finish, all } = world();
  speech.noteAlerts([ready('1')]);
  expect(said).toHaveLength(1);
  speech.noteAlerts([ready('1'), ready('2'), ready('3', { kind: 'cancelled' })]);
  speech.noteTone();
  expect(said).toHaveLength(1);
  await finish();
  expect(said.at(-1)).toBe('Pedido tres, no entregar');
  await all();
  expect(said.at(-1)).toBe('Pedido dos, listo');
});

test('of hundreds that come at once three are spoken, and the others counted', async () => {
  const { speech, said, all } = world();
  speech.noteAlerts(many(300));
  await all();
  expect(said).toHaveLength(4);
  expect(said.at(-1)).toBe('y 297 más');
  speech.noteAlerts([...many(300), ready('7')]);
  await all();
  expect(said.at(-1)).toBe('Pedido siete, listo');
});

test('cancellations among them are spoken all the same, up to a bound', async () => {
  const { speech, said, all } = world();
  const stops = Array.from({ length: 40 }, (_, index) => ready(`9${String(index)}`, { kind: 'cancelled' }));
  speech.noteAlerts([...many(100), ...stops]);
  await all();
  expect(said.filter((text) => text.endsWith('no entregar'))).toHaveLength(6);
  expect(said.at(-1)).toBe('y 134 más');
  expect(said).toHaveLength(7);
});

test('it falls silent at once when its alert is seen, and goes on with those that are not', async () => {
  const { speech, here, said, all } = world();
  speech.noteAlerts([ready('1'), ready('2')]);
  speech.noteAlerts([ready('2')]);
  expect(here.hushed).toBe(1);
  await all();
  expect(said).toEqual(['Pedido uno, listo', 'Pedido dos, listo']);
});

test('what is seen before its turn is never spoken; with nothing unseen it is silent', async () => {
  const { speech, here, said, all } = world();
  speech.noteAlerts(many(300));
  speech.noteAlerts([]);
  expect(here.hushed).toBeGreaterThan(0);
  await all();
  expect(said).toHaveLength(1);
});

test('muted or in quiet hours only an order that must not be handed over is spoken', async () => {
  const { speech, here, said, all } = world();
  here.isSilent = true;
  speech.noteAlerts([ready('1'), ready('2', { kind: 'cancelled' }), ready('3', { kind: 'unclear' })]);
  await all();
  expect(said).toEqual(['Pedido dos, no entregar']);
});

test('a voice that fails holds up nothing', async () => {
  const { speech, said, finish } = world();
  speech.noteAlerts([ready('1'), ready('2')]);
  await finish('failed');
  await finish('no-voice');
  expect(said).toHaveLength(2);
});

test('an outage has no code: it is not spoken', async () => {
  const { speech, said, all } = world();
  const { code: _code, customerFirstName: _name, reason: _reason, ...any } = ready('x');
  speech.noteAlerts([{ ...any, kind: 'connection', cause: 'offline' }]);
  await all();
  expect(said).toEqual([]);
});
