import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';

const BETWEEN_MS = 200;

/** Returns where something stands once it stands still: a page measures its rows after its window has changed. */
export async function restingPlace(one: Locator): ReturnType<Locator['boundingBox']> {
  for (let last = await one.boundingBox(); ;) {
    await sleep(BETWEEN_MS);
    const place = await one.boundingBox();
    if (isDeepStrictEqual(place, last)) return place;
    last = place;
  }
}
