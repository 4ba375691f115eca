import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { DiagnosticsReport } from '../../../src/shared/health/diagnostics.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const REPORT: DiagnosticsReport = {
  id: 4,
  madeAt: '2026-03-12T17:00:00.000Z',
  files: [
    { id: 'about', name: 'about.txt', text: 'Informe de prueba\n' },
    { id: 'log', name: 'logs/main.log', text: 'la última línea\n' },
  ],
};

test('every file can be looked at as it is, with its name and size, before anything is saved', async () => {
  const fake = createFakeMostrador({ report: REPORT });
  const user = renderApp(fake, 'diagnostics');
  expect((await screen.findByLabelText('Contenido de about.txt')).textContent).toBe('Informe de prueba\n');
  const entry = screen.getByRole('button', { name: /Registro/ });
  expect(entry.textContent).toContain('logs/main.log · 18 bytes');
  await user.click(entry);
  expect(screen.getByLabelText('Contenido de logs/main.log').textContent).toBe('la última línea\n');
  expect(fake.callsOf('diagnostics:save')).toEqual([]);
  expect(document.title).toBe('Informe para soporte · Mostrador');
});

test('the report that is shown is the one that is saved, and the place is told', async () => {
  const fake = createFakeMostrador({ report: REPORT });
  const user = renderApp(fake, 'diagnostics');
  await user.click(await screen.findByRole('button', { name: 'Guardar informe…' }));
  expect((await screen.findByText(/Guardado en/)).textContent).toBe('Guardado en /home/x/report.zip');
  expect(fake.callsOf('diagnostics:save')).toEqual([{ id: 4 }]);
});

test.each([
  ['cancelled', 'No se guardó.'],
  ['outdated', 'Se creó otro informe'],
  ['disk-failed', 'Elija otra carpeta'],
] as const)('a saving that came to "%s" says so', async (kind, words) => {
  const fake = createFakeMostrador({ report: REPORT, saveReport: () => ({ kind }) });
  const user = renderApp(fake, 'diagnostics');
  await user.click(await screen.findByRole('button', { name: 'Guardar informe…' }));
  expect((await screen.findByText(new RegExp(words))).textContent).toContain(words);
});

test('a report that cannot be made says so and is made on demand', async () => {
  const fake = createFakeMostrador({ report: REPORT });
  fake.main.broken.add('diagnostics:make');
  const user = renderApp(fake, 'diagnostics');
  expect((await screen.findByRole('alert')).textContent).toContain('No se pudo crear el informe');
  fake.main.broken.clear();
  await user.click(screen.getByRole('button', { name: 'Probar de nuevo' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  await screen.findByLabelText('Contenido de about.txt');
});
