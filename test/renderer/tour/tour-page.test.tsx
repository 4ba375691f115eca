import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TOUR_PAGES } from '../../../src/renderer/tour/tour-pages.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

const es = textsFor('es');
const { tour } = es;
const title = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const turnTo = (name: string): HTMLElement =>
  within(screen.getByRole('navigation', { name: tour.pagesLabel })).getByRole('button', { name });

test('the arrow keys lead from page to page, and each title takes the focus', async () => {
  const user = renderApp(createFakeMostrador(), 'tour');
  for (const page of TOUR_PAGES) {
    const heading = await title(tour.pages[page]);
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await user.keyboard('{ArrowRight}');
  }
  await title(tour.pages.light);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  await title(tour.pages.alert);
});

test('Atrás, Siguiente and the rail lead there, too, and the rail says where one is', async () => {
  const user = renderApp(createFakeMostrador(), 'tour');
  await title(tour.pages.sounds);
  expect(screen.queryByRole('button', { name: tour.back })).toBeNull();
  await user.click(screen.getByRole('button', { name: tour.next }));
  await title(tour.pages.colours);
  await user.click(screen.getByRole('button', { name: tour.back }));
  await title(tour.pages.sounds);
  await user.click(turnTo(tour.pages.tray));
  await title(tour.pages.tray);
  expect(turnTo(tour.pages.tray).getAttribute('aria-current')).toBe('step');
  expect(turnTo(tour.pages.sounds).getAttribute('aria-current')).toBeNull();
});

test('Escuchar plays the tone that this shop has set, as loud as it is set', async () => {
  const fake = createFakeMostrador();
  const { alerts } = SAMPLE_SETTINGS;
  fake.main.settings = {
    ...SAMPLE_SETTINGS,
    alerts: { ...alerts, volume: 35, tones: { ...alerts.tones, ready: 'knock' } },
  };
  const user = renderApp(fake, 'tour');
  const ready = es.preferences.listenTo(es.card.label.ready);
  await user.click(await screen.findByRole('button', { name: ready }));
  expect(fake.callsOf('sound:preview')).toEqual([{ tone: 'knock', volume: 35 }]);
  await screen.findByText(/Se hizo sonar un tono/);
  screen.getByText(tour.sounds.tone(es.preferences.tones.knock));
});

test('a tone that cannot be played is said in a sentence with what to do', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('sound:preview');
  const user = renderApp(fake, 'tour');
  const cancelled = es.preferences.listenTo(es.orders.doNotHandOver);
  await user.click(await screen.findByRole('button', { name: cancelled }));
  const { sentence, remedy } = es.health['sound-failed'](null);
  const said = await screen.findByText(`${sentence} ${remedy}`);
  expect(said.getAttribute('role')).toBe('status');
});

test('parts of the app that are only shown cannot be used by accident', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'tour');
  await title(tour.pages.sounds);
  for (const page of ['colours', 'alert'] as const) {
    await user.click(turnTo(tour.pages[page]));
    await title(tour.pages[page]);
    const shown = screen.getAllByText(page === 'colours' ? '4822' : '4821');
    for (const code of shown) expect(code.closest('[inert][aria-hidden="true"]')).not.toBeNull();
  }
  expect(fake.callsOf('alerts:acknowledge')).toEqual([]);
});

test.each([
  ['win32', 'windows'],
  ['darwin', 'mac'],
  ['linux', 'linux'],
] as const)(
  'on %s the picture of pinning is that of %s first, and the others can be seen',
  async (platform, own) => {
    const fake = createFakeMostrador({ platform });
    const user = renderApp(fake, 'tour');
    await title(tour.pages.sounds);
    await user.click(turnTo(tour.pages.tray));
    await screen.findByRole('img', { name: tour.tray.pin[own].picture });
    const systems = within(screen.getByRole('group', { name: tour.tray.systemsLabel }));
    expect(systems.getAllByRole('button')[0]?.textContent).toBe(tour.tray.pin[own].name);
    for (const system of ['mac', 'windows', 'linux'] as const) {
      await user.click(systems.getByRole('button', { name: tour.tray.pin[system].name }));
      screen.getByRole('img', { name: tour.tray.pin[system].picture });
    }
  },
);

test('the light page says of each part what to do, in the words of the light itself', async () => {
  const user = renderApp(createFakeMostrador(), 'tour');
  await title(tour.pages.sounds);
  await user.click(turnTo(tour.pages.light));
  await screen.findByText(tour.light.parts.partner.meaning);
  for (const code of ['partner-offline', 'tunnel-failed', 'store-full', 'sound-no-device'] as const) {
    expect(screen.getByText(es.health[code](null).remedy).tagName).toBe('STRONG');
  }
});

test('a part that is in trouble now is open, with its own trouble first', async () => {
  const fake = createFakeMostrador();
  const sound = { ...healthOf().sound, state: 'down', code: 'sound-failed' } as const;
  fake.main.health = { ...healthOf(), sound };
  const user = renderApp(fake, 'tour');
  await title(tour.pages.sounds);
  await user.click(turnTo(tour.pages.light));
  const meaning = await screen.findByText(tour.light.parts.sound.meaning);
  const part = meaning.closest('details');
  expect(part?.open).toBe(true);
  expect(part?.querySelector('li')?.textContent).toContain(es.health['sound-failed'](null).sentence);
});

test('at its end it opens the counter and closes itself', async () => {
  const fake = createFakeMostrador();
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  const user = renderApp(fake, 'tour');
  await title(tour.pages.sounds);
  await user.click(turnTo(tour.pages.light));
  await user.click(await screen.findByRole('button', { name: tour.finish }));
  await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  expect(fake.callsOf('window:open-counter')).toHaveLength(1);
});

test('a counter that cannot be opened leaves the tour open and says so', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('window:open-counter');
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  const user = renderApp(fake, 'tour');
  await title(tour.pages.sounds);
  await user.click(turnTo(tour.pages.light));
  await user.click(await screen.findByRole('button', { name: tour.finish }));
  await screen.findByText(tour.openFailed);
  expect(close).not.toHaveBeenCalled();
});
