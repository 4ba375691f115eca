import type { SetupPageId } from '../../src/shared/setup.ts';
import type { Studio } from './studio.ts';

const LIMIT_MS = 30_000;
/** Invented, but in the form of a real one. */
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9-token-del-almacen-del-puerto-77';
const CASES = ['T1', 'T2', 'T4', 'T5'] as const;

/** The assistant from the first step to the last, one picture each. */
export async function setupScenes(studio: Studio): Promise<void> {
  const { stage, texts, take } = studio;
  const { simulator, desktop } = stage;
  const { setup, settings, tunnelForm } = texts;
  simulator.access.setTokens([TOKEN]);
  const { chainId, vendorId } = simulator.connection();
  const here = `http://127.0.0.1:${String(stage.port)}`;
  const page = await stage.window('view=setup');
  const at = (step: SetupPageId) =>
    page
      .getByRole('heading', { level: 1, name: setup.steps[step], exact: true })
      .waitFor({ timeout: LIMIT_MS });
  const until = (step: SetupPageId, state: keyof typeof setup.states) =>
    page
      .getByRole('navigation')
      .getByRole('button')
      .nth(Object.keys(setup.steps).indexOf(step))
      .getByText(setup.states[state])
      .waitFor({ timeout: LIMIT_MS });
  const press = (name: string) =>
    page.getByRole('button', { name, exact: true }).click({ timeout: LIMIT_MS });
  const onward = () => page.locator('[type="submit"]').click({ timeout: LIMIT_MS });
  const fill = (name: string, value: string) =>
    page.getByRole('textbox', { name, exact: true }).fill(value, { timeout: LIMIT_MS });

  const lastCode = () => simulator.orders.list().at(-1)?.code ?? '';

  await take('setup-1-shop', async () => {
    await at('shop');
    await enlarge(studio);
    await fill(settings.chainId, `https://portal.example/chains/${chainId}/integrations`);
    await page.getByText(setup.shop.chainFound).waitFor({ timeout: LIMIT_MS });
    await fill(settings.vendorId, vendorId);
    return page;
  });
  await take('setup-2-key', async () => {
    await page.locator('input[type=password]').first().fill(TOKEN);
    return page;
  });
  await take('setup-4-address', async () => {
    await onward();
    await at('address');
    await page.getByRole('radio', { name: tunnelForm.providers.ngrok.name }).check();
    return page;
  });
  await take('setup-3-secret', async () => {
    await page.getByRole('radio', { name: tunnelForm.providers['own-url'].name }).check();
    await fill(tunnelForm.publicUrl, here);
    await onward();
    await until('address', 'proven');
    await onward();
    await at('secret');
    await page.getByRole('group', { name: setup.secret.box, exact: true }).waitFor({ timeout: LIMIT_MS });
    const secret = await desktop.keyring.read('Mostrador', 'webhook-secret');
    if (secret === null) throw new Error('No secret was made.');
    simulator.setWebhook({ url: `${here}/webhooks/orders`, secret });
    simulator.orders.ready(simulator.orders.create().id);
    await until('secret', 'proven');
    return page;
  });
  await take('setup-5-test', async () => {
    await onward();
    await at('test');
    await press(setup.test.send);
    await until('test', 'proven');
    return page;
  });
  await take('setup-6-cases', async () => {
    await onward();
    await at('cases');
    for (const name of CASES) await simulator.runScenario(name);
    await press(setup.cases.askSingle);
    await page.getByText(setup.cases.asked(lastCode())).waitFor({ timeout: LIMIT_MS });
    await press(setup.cases.askList);
    await page.getByText(setup.cases.askedList).waitFor({ timeout: LIMIT_MS });
    await page
      .getByRole('row')
      .getByText(setup.cases.seen)
      .nth(CASES.length + 1)
      .waitFor({ timeout: LIMIT_MS });
    return page;
  });
}

/** High enough to show a whole step. */
async function enlarge({ stage }: Studio): Promise<void> {
  await stage.launched.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().includes('view=setup')) window.setBounds({ y: 0, height: 1000 });
    }
  });
}
