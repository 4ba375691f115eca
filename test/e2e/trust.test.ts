import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { es, LIMIT_MS, openShop, type Shop } from './main-job/open-shop.ts';

let shop: Shop | null = null;

afterEach(async () => {
  await shop?.stop();
  shop = null;
});

test('a settings file changed by hand sends the key of the keyring to nobody: red, and good again with the old address', async () => {
  const opened = await openShop();
  shop = opened;
  await expect.poll(() => opened.simulator.requests.length, { timeout: LIMIT_MS }).toBeGreaterThan(0);
  await opened.app().stop();
  const foreign = createSimulator({});
  const { baseUrl } = await foreign.start();
  try {
    const file = path.join(opened.profileDir, 'settings.json');
    const before = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, before.replace(opened.simulator.connection().baseUrl, baseUrl));
    await opened.launch();
    const { sentence } = es.errors.partner['key-elsewhere'];
    await opened.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(sentence), LIMIT_MS);
    expect(foreign.requests).toEqual([]);

    await opened.app().stop();
    fs.writeFileSync(file, before);
    const asked = opened.simulator.requests.length;
    await opened.launch();
    await expect.poll(() => opened.simulator.requests.length, { timeout: LIMIT_MS }).toBeGreaterThan(asked);
    expect(foreign.requests).toEqual([]);
  } finally {
    await foreign.stop();
  }
}, 120_000);
