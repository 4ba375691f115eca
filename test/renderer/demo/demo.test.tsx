import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { CardPage } from '../../../src/renderer/card/card-page.tsx';
import { DEMO_STEPS, type DemoState } from '../../../src/shared/demo.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

const { demo } = textsFor('es');
const playing = (scene: Partial<Extract<DemoState, { phase: 'playing' }>['scene']> = {}): DemoState => ({
  phase: 'playing',
  scene: { step: 'ready', codes: ['4845'], isPaused: false, ...scene },
});
const strip = (): Promise<HTMLElement> => screen.findByRole('region', { name: demo.title });

afterEach(clearPage);

describe('inside the demonstration', () => {
  test.each(['counter', 'settings', 'deliveries'] as const)('%s says that all is invented', async (view) => {
    renderApp(createFakeMostrador({ demo: playing() }), view);
    expect(within(await strip()).getByText('DEMOSTRACIÓN — pedidos inventados')).toBeTruthy();
    expect(screen.getByText(demo.mark)).toBeTruthy();
    expect(document.title).toMatch(/^Demo · /);
  });

  test('the card says so too', async () => {
    render(<CardPage api={createFakeMostrador({ demo: playing() }).api} />);
    expect(await screen.findByText(demo.watermark)).toBeTruthy();
    cleanup();
    render(<CardPage api={createFakeMostrador().api} />);
    expect(await screen.findByRole('heading')).toBeTruthy();
    expect(screen.queryByText(demo.watermark)).toBeNull();
  });

  test('the counter tells what happens now and what to look at, and follows the story', async () => {
    const fake = createFakeMostrador({ demo: playing() });
    renderApp(fake);
    expect((await within(await strip()).findByRole('status')).textContent).toContain(
      'El pedido 4845 está listo.',
    );
    expect(screen.getByText(demo.progress(2, DEMO_STEPS.length))).toBeTruthy();
    fake.emit('demo:changed', playing({ step: 'waiting', codes: ['4846', '4847'] }));
    expect(await screen.findByText(/4846 y 4847 esperan/)).toBeTruthy();
  });

  test('it is paused, goes on, is skipped, repeated and left by buttons', async () => {
    const fake = createFakeMostrador({ demo: playing() });
    const user = renderApp(fake);
    const press = async (name: string): Promise<void> =>
      user.click(await within(await strip()).findByRole('button', { name }));
    await press(demo.pause);
    fake.emit('demo:changed', playing({ isPaused: true }));
    await press(demo.resume);
    await press(demo.next);
    await press(demo.restart);
    expect(fake.callsOf('demo:command')).toEqual(
      ['pause', 'resume', 'next', 'restart'].map((command) => ({ command })),
    );
    await press(demo.leave);
    expect(fake.callsOf('demo:leave')).toHaveLength(1);
  });

  test('what stopped it is said in place of the list', async () => {
    renderApp(createFakeMostrador({ demo: { phase: 'stopped', cause: 'keychain' } }));
    expect((await screen.findByRole('alert')).textContent).toContain(demo.trouble.keychain.title);
    expect(screen.queryByRole('tab')).toBeNull();
    expect(within(await strip()).getByRole('button', { name: demo.leave })).toBeTruthy();
  });

  test('the settings ask for nothing of the real shop, and neither take in nor give out anything', async () => {
    renderApp(createFakeMostrador({ demo: playing() }), 'settings');
    await strip();
    const { preferences, settings } = textsFor('es');
    expect(await screen.findByRole('heading', { name: preferences.alerts })).toBeTruthy();
    const away = [
      settings.shop,
      settings.key,
      settings.webhook,
      settings.advanced,
      preferences.transfer,
      demo.title,
    ];
    for (const name of away) expect(screen.queryByRole('heading', { name })).toBeNull();
    for (const name of [settings.openSetup, demo.enter]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('in the real shop', () => {
  test('nothing speaks of a demonstration but the settings, where one click enters it', async () => {
    const fake = createFakeMostrador();
    const user = renderApp(fake, 'settings');
    await user.click(await screen.findByRole('button', { name: demo.enter }));
    expect(fake.callsOf('demo:enter')).toHaveLength(1);
    expect(screen.queryByText(demo.watermark)).toBeNull();
    // A shop at work is told that it goes on.
    expect(screen.getByText(new RegExp(demo.beside.slice(0, 30)))).toBeTruthy();
  });
});

test('the setup offers to try it first', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'setup');
  await user.click(await screen.findByRole('button', { name: demo.enter }, { timeout: 5000 }));
  expect(fake.callsOf('demo:enter')).toHaveLength(1);
});

test.each(['es', 'en'] as const)('every scene has its words, with and without codes (%s)', (language) => {
  for (const step of DEMO_STEPS) {
    for (const codes of [[], ['4845'], ['4845', '4846']]) {
      const { what, look } = textsFor(language).demo.captions[step](codes);
      expect(`${what} ${look}`).not.toMatch(/undefined/);
      expect(what.length).toBeGreaterThan(10);
      expect(look.length).toBeGreaterThan(10);
    }
  }
});
