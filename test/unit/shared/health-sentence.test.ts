import { expect, test } from 'vitest';
import { healthSentence } from '../../../src/shared/health/health-sentence.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { healthOf } from '../../fakes/mostrador-api.ts';

const NOON = '2026-11-23T12:00:00.000Z';

function sentenceAfter(seconds: number): string {
  const health = healthOf();
  return healthSentence(
    { ...health, facts: { ...health.facts, lastPollAt: NOON } },
    { nowMs: Date.parse(NOON) + seconds * 1_000, clock: () => '', texts: textsFor('es') },
  );
}

// It is the tray's tooltip, too: with a changed one Linux sends the menu anew, which may be open.
test('stays the same from second to second', () => {
  expect(new Set([0, 12, 25, 38, 59].map(sentenceAfter)).size).toBe(1);
  expect(new Set([120, 140, 179].map(sentenceAfter))).toEqual(
    new Set(['Todo bien · última consulta hace 2 min · todavía ningún aviso real']),
  );
});
