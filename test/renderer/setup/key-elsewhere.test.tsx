import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const { setup, settings } = textsFor('es');

test('a key for another address is red in the assistant, and asks for the key where it is typed', async () => {
  const since = '2026-03-12T12:00:00.000Z';
  const partner = { state: 'down', code: 'partner-key-elsewhere', since, detail: null } as const;
  const fake = createFakeMostrador({ health: { ...healthOf(), partner } });
  fake.main.boundTo = { 'partner-token': 'https://otra.example' };
  const user = renderApp(fake, 'setup');
  await screen.findByText(setup.reasons['partner-key-elsewhere'].remedy);
  screen.getAllByText(settings.secretElsewhere);
  await user.type(screen.getByPlaceholderText(settings.secretPlaceholder), 'eyJhbGciOi9zzz{Enter}');
  await waitFor(() => expect(fake.main.vault.get('partner-token')).toBe('eyJhbGciOi9zzz'));
});
