import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

const { settings, tunnelForm, preferences } = textsFor('es');

afterEach(clearPage);

it('a wrong entry of a choice that was left does not stand in the way, and comes back with it', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const choose = async (name: string): Promise<void> =>
    user.click(await screen.findByRole('radio', { name: new RegExp(`^${name}`) }));
  const box = (name: string) => screen.getByRole('textbox', { name });
  await choose(tunnelForm.providers.ssh.name);
  await user.clear(box(tunnelForm.sshPort));
  await user.type(box(tunnelForm.sshPort), 'veintidós');
  await choose(tunnelForm.providers.none.name);
  await user.type(box(settings.name), 'Almacén');
  await user.click(screen.getByRole('button', { name: settings.save }));
  expect(await screen.findByText(settings.saved)).toBeTruthy();
  expect(fake.main.settings).toMatchObject({
    shop: { name: expect.stringContaining('Almacén') as string },
    tunnel: { ssh: { port: 22 } },
  });
  await choose(tunnelForm.providers.ssh.name);
  expect(box(tunnelForm.sshPort)).toHaveProperty('value', 'veintidós');
  await user.click(screen.getByRole('button', { name: settings.save }));
  expect(await screen.findByText(settings.problems.anyPort)).toBeTruthy();
});

it('so is a wrong time of quiet hours that were switched off again', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const quiet = await screen.findByRole('checkbox', { name: new RegExp(preferences.quiet) });
  await user.click(quiet);
  const from = screen.getByRole('textbox', { name: preferences.quietFrom });
  await user.clear(from);
  await user.type(from, 'tarde');
  await user.click(quiet);
  await user.type(screen.getByRole('textbox', { name: settings.name }), 'x');
  await user.click(screen.getByRole('button', { name: settings.save }));
  expect(await screen.findByText(settings.saved)).toBeTruthy();
  expect(fake.main.settings.alerts.quiet.enabled).toBe(false);
});
