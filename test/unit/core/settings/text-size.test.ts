import { expect, test } from 'vitest';
import { createTextSize } from '../../../../src/main/core/settings/text-size.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/shared/settings/settings.ts';

function rig(canSave = true) {
  let settings: Settings = DEFAULT_SETTINGS;
  const shown: number[] = [];
  const saves: number[] = [];
  const textSize = createTextSize({
    read: () => settings,
    save: (next) => {
      saves.push(next.textSize);
      if (canSave) settings = next;
      return Promise.resolve(
        canSave
          ? { ok: true, view: { settings, secrets: noSecrets(), configured: true, problems: [] } }
          : { ok: false, code: 'disk-failed', detail: null },
      );
    },
    show: (percent) => void shown.push(percent),
  });
  const change = (next: Partial<Settings>): void => {
    settings = { ...settings, ...next };
    textSize.follow();
  };
  return { textSize, shown, saves, change, settings: () => settings };
}

test('a step is shown at once and saved beside the other settings', async () => {
  const { textSize, shown, settings } = rig();
  await textSize.change('larger');
  expect(shown).toEqual([110]);
  expect(settings()).toEqual({ ...DEFAULT_SETTINGS, textSize: 110 });
});

test('steps close after each other all count', async () => {
  const { textSize, shown, settings } = rig();
  await Promise.all([textSize.change('larger'), textSize.change('larger'), textSize.change('larger')]);
  expect(shown).toEqual([110, 125, 150]);
  expect(settings().textSize).toBe(150);
});

test('a step at the end shows and saves nothing', async () => {
  const { textSize, shown, saves } = rig();
  await textSize.change('smaller');
  await textSize.change('usual');
  expect([shown, saves]).toEqual([[], []]);
});

test('what cannot be saved is shown all the same, and the next step goes on from there', async () => {
  const { textSize, shown } = rig(false);
  expect(await textSize.change('larger')).toBe(false);
  await textSize.change('larger');
  expect(shown).toEqual([110, 125]);
});

test('a size in percent is taken as it is', async () => {
  const { textSize, shown, settings } = rig();
  expect(await textSize.change(175)).toBe(true);
  expect([shown, settings().textSize]).toEqual([[175], 175]);
});

test('a size chosen elsewhere is shown once; other settings change nothing', () => {
  const { change, shown } = rig();
  change({ textSize: 200 });
  change({ language: 'en' });
  expect(shown).toEqual([200]);
});
