import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LINKS } from '../../../../src/shared/address.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

const { settings, remedies, setup } = textsFor('es');
const SINCE = '2026-03-12T12:00:00.000Z';

test('a port in use is said beside the port, with the button that takes a free one', async () => {
  const detail = { kind: 'port', port: 4765, owner: 'nginx', suggested: 44_530 } as const;
  const receiver = { state: 'down', code: 'receiver-port-in-use', since: SINCE, detail } as const;
  const fake = createFakeMostrador({ health: { ...healthOf(), receiver } });
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: remedies['use-port'](44_530) }));
  await waitFor(() => expect(fake.main.settings.receiver.port).toBe(44_530));
});

test('a key that PedidosYa refused is asked for where it is typed, and no longer once something is typed', async () => {
  const partner = { state: 'down', code: 'partner-unauthorized', since: SINCE, detail: null } as const;
  const fake = createFakeMostrador({ health: { ...healthOf(), partner } });
  const user = renderApp(fake, 'settings');
  await screen.findByText(settings.problems.keyRefused);
  await user.type(screen.getByLabelText(settings.token), 'otra-clave');
  expect(screen.queryByText(settings.problems.keyRefused)).toBeNull();
});

test('the portal is one click away from the fields that come from it', async () => {
  renderApp(createFakeMostrador(), 'settings');
  const links = await screen.findAllByRole('link', { name: setup.openPortal });
  for (const link of links) {
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([LINKS.portal, '_blank']);
  }
});
