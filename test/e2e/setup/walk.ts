import type { Page } from 'playwright-core';
import type { SetupPageId } from '../../../src/shared/setup.ts';
import { es, LIMIT_MS, openShop, picture, type Shop } from '../main-job/open-shop.ts';

export const TOKEN = 'eyJhbGciOiJSUzI1NiJ9-token-de-la-prueba-77';
const MOST_TABS = 80;
const { setup, settings, tunnelForm } = es;
const COPY = new RegExp(`^(${settings.copy}|${tunnelForm.copyKey})$`);

/** The assistant of a new profile, walked through by keyboard alone, and what that took. */
export type Walk = {
  readonly page: Page;
  readonly counts: { steps: number; fields: number; copies: number; keys: number };
  /** Waits until a step is on the screen. */
  readonly at: (step: SetupPageId) => Promise<void>;
  /** Waits until the rail says so of a step. */
  readonly until: (step: SetupPageId, state: keyof typeof setup.states) => Promise<void>;
  /** Presses Tab until the control has the focus; throws when no way leads there. */
  readonly tabTo: (role: 'textbox' | 'button', name: string) => Promise<void>;
  /** Replaces what a field holds, in one piece as a paste does. */
  readonly paste: (field: string, text: string) => Promise<void>;
  readonly enter: () => Promise<void>;
  /** Fills in the first step with what the portal shows, and waits until PedidosYa has answered and the next one is there. */
  readonly enterShop: () => Promise<void>;
  /** Chooses among radio buttons by the arrow keys. */
  readonly choose: (name: string) => Promise<void>;
  /** Presses a copy button; answers what can be pasted now. */
  readonly copy: (box: string) => Promise<string>;
  /** One picture in light and one in dark. */
  readonly pictures: (name: string) => Promise<void>;
};

/** A simulated PedidosYa, and the app on a new profile. */
export function openNewShop(options: Parameters<typeof openShop>[0] = {}): Promise<Shop> {
  return openShop({ secrets: false, launch: { args: [] }, settings: { shop: {} }, ...options });
}

export async function startWalk(shop: Shop): Promise<Walk> {
  shop.simulator.access.setTokens([TOKEN]);
  shop.simulator.orders.create({ quiet: true });
  const page = await shop.window('view=setup');
  const counts = { steps: 0, fields: 0, copies: 0, keys: 0 };
  const press = async (key: string): Promise<void> => {
    counts.keys += 1;
    await page.keyboard.press(key);
  };
  /** What is pressed while the page saves or asks is not taken. */
  const enter = async (): Promise<void> => {
    await page
      .locator('[type="submit"][aria-disabled="true"]')
      .waitFor({ state: 'hidden', timeout: LIMIT_MS });
    await press('Enter');
  };
  const rail = (step: SetupPageId) => page.getByRole('navigation').getByRole('button').nth(order(step));
  const focusBy = async (key: string, wanted: ReturnType<Page['locator']>, what: string): Promise<void> => {
    await wanted.waitFor({ timeout: LIMIT_MS });
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    throw new Error(`${key} does not lead to ${what}`);
  };
  const tabTo: Walk['tabTo'] = (role, name) =>
    focusBy('Tab', page.getByRole(role, { name, exact: true }).first(), `${role} "${name}"`);
  const at: Walk['at'] = async (step) => {
    await page
      .getByRole('heading', { level: 1, name: setup.steps[step], exact: true })
      .waitFor({ timeout: LIMIT_MS });
    counts.steps += 1;
  };
  const until: Walk['until'] = (step, state) =>
    rail(step).getByText(setup.states[state]).waitFor({ timeout: LIMIT_MS });
  const paste: Walk['paste'] = async (field, text) => {
    await tabTo('textbox', field);
    await press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
    counts.fields += 1;
  };
  return {
    page,
    counts,
    at,
    until,
    tabTo,
    paste,
    enter,
    enterShop: async () => {
      const { chainId, vendorId } = shop.simulator.connection();
      await paste(settings.chainId, chainId);
      await paste(settings.vendorId, vendorId);
      await paste(settings.token, TOKEN);
      await enter();
      await at('address');
      await until('shop', 'proven');
    },
    choose: async (name) => {
      const wanted = page.getByRole('radio', { name });
      const group = page.getByRole('radio').and(page.locator(':checked')).first();
      await focusBy('Tab', group, 'the choices');
      await focusBy('ArrowDown', wanted, name);
    },
    copy: async (box) => {
      // By its name: until there is something to copy another button may stand in its place.
      const group = page.getByRole('group', { name: box, exact: true });
      const button = group.getByRole('button', { name: COPY });
      await focusBy('Tab', button, `the copy button of "${box}"`);
      // What was copied before must not pass for this.
      await shop.app().app.evaluate(({ clipboard }) => clipboard.clear());
      await enter();
      counts.copies += 1;
      return copied(shop);
    },
    pictures: async (name) => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(page, `setup-${name}-${colorScheme}`);
      }
    },
  };
}

/** Resolves with the clipboard's text once there is one. */
async function copied(shop: Shop): Promise<string> {
  for (const start = Date.now(); Date.now() - start < LIMIT_MS;) {
    const text = await shop.app().app.evaluate(({ clipboard }) => clipboard.readText());
    if (text !== '') return text;
  }
  throw new Error('Nothing was copied');
}

function order(step: SetupPageId): number {
  return Object.keys(setup.steps).indexOf(step);
}
