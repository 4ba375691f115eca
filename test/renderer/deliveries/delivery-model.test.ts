import { expect, test } from 'vitest';
import { notesInWords, withNewest, withOlder } from '../../../src/renderer/deliveries/delivery-model.ts';
import type { DeliveryPage } from '../../../src/shared/health/delivery.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { sampleDelivery } from './sample-deliveries.ts';

function page(ids: readonly number[], hasMore: boolean): DeliveryPage {
  return {
    entries: ids.map((id) => sampleDelivery({ id })),
    hasMore,
    counts: { received: ids.length, rejected: 0, failed: 0 },
    lastDay: { received: 0, rejected: 0, wrongSecret: 0, noSecret: 0 },
  };
}
const idsOf = (list: DeliveryPage): readonly number[] => list.entries.map((entry) => entry.id);

test('new rows come on top of all that was loaded, each once', () => {
  const list = withNewest(page([6, 5, 4, 3, 2], true), page([8, 7, 6, 5], true));
  expect(idsOf(list)).toEqual([8, 7, 6, 5, 4, 3, 2]);
  expect(list.hasMore).toBe(true);
  expect(list.counts.received).toBe(4);
});

test('when more came than a page holds, the list begins anew instead of having a hole', () => {
  const list = withNewest(page([6, 5], false), page([20, 19, 18], true));
  expect(idsOf(list)).toEqual([20, 19, 18]);
  expect(list.hasMore).toBe(true);
});

test('a whole list that fits a page replaces what was there, rows that went away too', () => {
  expect(idsOf(withNewest(page([3, 2, 1], false), page([4, 3], false)))).toEqual([4, 3]);
});

test('the end of the list stays known when new rows come', () => {
  expect(withNewest(page([3, 2, 1], false), page([5, 4, 3], true)).hasMore).toBe(false);
});

test('older rows come below, each once', () => {
  const list = withOlder(page([9, 8, 7], true), page([7, 6, 5], false));
  expect(idsOf(list)).toEqual([9, 8, 7, 6, 5]);
  expect(list.hasMore).toBe(false);
});

test('what was noted is put into words, and the rest stays as it was noted', () => {
  const notes = [
    { kind: 'other-secret' },
    { kind: 'agent', text: 'curl/8' },
    { kind: 'other', text: 'weird' },
  ] as const;
  expect(notesInWords(notes, textsFor('es'))).toBe('Vino con otra contraseña · programa curl/8 · weird');
  expect(notesInWords([{ kind: 'missing', text: 'order_id' }], textsFor('en'))).toBe('missing: order_id');
  expect(notesInWords([{ kind: 'too-long', text: 'order_id' }], textsFor('es'))).toBe(
    'demasiado largo: order_id',
  );
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  'a program that calls itself %s is shown by that name and by nothing that every object has',
  (name) => {
    for (const language of ['es', 'en'] as const) {
      const notes = [
        { kind: 'agent', text: name },
        { kind: 'other', text: name },
      ] as const;
      const shown = notesInWords(notes, textsFor(language));
      expect(shown).toBe(`${language === 'es' ? 'programa' : 'program'} ${name} · ${name}`);
    }
  },
);

test('what a program calls itself is no word of ours, whatever it puts into its name', () => {
  const notes = [{ kind: 'agent', text: 'Mozilla/5.0 (X11; the previous secret; Linux)' }] as const;
  expect(notesInWords(notes, textsFor('en'))).toBe('program Mozilla/5.0 (X11; the previous secret; Linux)');
});
