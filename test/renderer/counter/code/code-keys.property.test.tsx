import fc from 'fast-check';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done, open, openCode, said, waiting, withOwnTime } from '../code-rig.tsx';

withOwnTime();

const CODES = ['12', '12E4', '7', 'S-12', 'V88', 'E-9-V', '4821'];
const scanned = fc.oneof(
  fc.constantFrom(...CODES),
  fc.stringMatching(/^[EVev?][EVev0-9 -]{0,5}[EV0-9]$/),
  fc.stringMatching(/^[0-9][EVev 0-9?/-]{0,5}$/),
);
const scan = fc.record({
  code: scanned,
  gapMs: fc.integer({ min: 0, max: 80 }),
  end: fc.constantFrom('Enter', 'Tab'),
  chosen: fc.integer({ min: 0, max: 3 }),
  pauseMs: fc.integer({ min: 150, max: 4_000 }),
});
const bare = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

test('whatever is scanned, with whatever row chosen, nothing is handed over or seen, and only its own order opens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(scan, { minLength: 1, maxLength: 4 }), async (scans) => {
      const { fake, press, pass } = await open(waiting(...CODES));
      for (const { code, gapMs, end, chosen, pauseMs } of scans) {
        await press('Escape', { after: pauseMs });
        await press('Escape');
        for (let i = 0; i < chosen; i += 1) await press('ArrowDown');
        for (const [index, key] of Array.from(code).entries()) {
          await press(key, { after: index === 0 ? pauseMs : gapMs });
        }
        await press(end, { after: gapMs });
        await pass(600);
        const meant = CODES.find((one) => bare(one) === bare(code)) ?? null;
        expect([code, openCode()]).toEqual([code, meant]);
        const word = meant === null ? 'NO ENCONTRADO' : 'ENTREGAR';
        if (/\d/.test(code)) expect([code, said()?.startsWith(word)]).toEqual([code, true]);
        expect(done(fake)).toEqual([]);
      }
      cleanup();
    }),
    { numRuns: 40 },
  );
}, 60_000);
