import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { SetupTest, TestLight } from '../../../src/shared/setup.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { setupOf } from '../../fakes/setup-view.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const { setup, remedies, computer } = textsFor('es');
const words = setup.test;
const OK: TestLight = { state: 'ok', ms: null, why: null };
const failed = (why: TestLight['why']): TestLight => ({ state: 'failed', ms: null, why });

function withResult(lights: Partial<SetupTest['lights']>): FakeMostrador {
  const fake = createFakeMostrador();
  let ran: SetupTest | null = null;
  fake.main.runTest = () => {
    ran = {
      at: '2026-03-12T15:04:00.000Z',
      path: 'local',
      inboundAt: null,
      ms: 12,
      lights: { partner: { ...OK, ms: 90 }, tunnel: OK, computer: OK, toasts: OK, sound: OK, ...lights },
    };
    return Promise.resolve(ran);
  };
  fake.main.setup = (view) => setupOf(view, { health: fake.main.health, test: ran });
  return fake;
}

async function openTest(fake: FakeMostrador): Promise<UserEvent> {
  const user = renderApp(fake, 'setup');
  await user.click(await screen.findByRole('button', { name: new RegExp(setup.steps.test) }));
  await screen.findByRole('heading', { level: 1, name: setup.steps.test });
  return user;
}
const press = (user: UserEvent, name: string): Promise<void> =>
  user.click(screen.getByRole('button', { name }));

test('the start at login is on unless it is declined with one click before the first test', async () => {
  const offered = withResult({});
  const user = await openTest(offered);
  expect(await screen.findByRole('checkbox', { name: computer.login })).toHaveProperty('checked', true);
  await press(user, words.send);
  await screen.findByText(setup.reasons['test-proven'].sentence);
  expect(offered.callsOf('computer:set-login-item')).toEqual([{ on: true }]);
  clearPage();

  const declined = withResult({});
  const other = await openTest(declined);
  await other.click(await screen.findByRole('checkbox', { name: computer.login }));
  await press(other, words.send);
  await screen.findByText(setup.reasons['test-proven'].sentence);
  expect(declined.callsOf('computer:set-login-item')).toEqual([]);
});

test('what only a person can say is asked, and a No tells what to do', async () => {
  const user = await openTest(withResult({}));
  await press(user, words.send);
  await screen.findByText(words.goodUnsaid, { selector: '[role=status]' });
  const heard = await screen.findByRole('group', { name: words.asks.sound });
  await user.click(within(heard).getByRole('button', { name: words.no }));
  await screen.findByText(words.denied.sound.remedy);
  const seen = screen.getByRole('group', { name: words.asks.toasts });
  await user.click(within(seen).getByRole('button', { name: words.yes }));
  expect(await screen.findByText(words.confirmed.toasts)).toBeDefined();
});

test('each trouble has the button that mends it', async () => {
  const port = { kind: 'port', port: 4765, owner: 'nginx', suggested: 44_530 } as const;
  const fake = withResult({
    partner: failed({ kind: 'health', code: 'partner-unauthorized', detail: null }),
    computer: failed({ kind: 'health', code: 'receiver-port-in-use', detail: port }),
  });
  const user = await openTest(fake);
  await press(user, words.send);
  await user.click(await screen.findByRole('button', { name: remedies['use-port'](44_530) }));
  await waitFor(() => expect(fake.main.settings.receiver.port).toBe(44_530));
  await press(user, remedies['another-key']);
  await screen.findByRole('heading', { level: 1, name: setup.steps.shop });
});
