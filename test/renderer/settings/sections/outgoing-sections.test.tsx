import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OutgoingSettings } from '../../../../src/shared/settings/outgoing.ts';
import { DEFAULT_SETTINGS } from '../../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFakeMostrador, type FakeMain, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { CALM_OUTGOING } from '../../../fakes/outgoing-api.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

const words = textsFor('es').outgoing;
const AT = '2026-03-12T17:00:00.000Z';

afterEach(clearPage);

function shown(outgoing: Partial<OutgoingSettings> = {}, main: Partial<FakeMain> = {}) {
  const settings = { ...SAMPLE_SETTINGS, outgoing: { ...DEFAULT_SETTINGS.outgoing, ...outgoing } };
  const fake: FakeMostrador = createFakeMostrador({ ...main, settings });
  return { fake, user: renderApp(fake, 'settings') };
}
const section = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const save = (): HTMLElement => screen.getByRole('button', { name: 'Guardar' });
const { till } = DEFAULT_SETTINGS.outgoing;

test('everything is off at first, and it is said what would leave the computer', async () => {
  shown();
  const phone = within(await section(words.phoneTitle));
  expect(phone.getByText(words.phoneLeaves)).toBeDefined();
  expect(phone.getByLabelText<HTMLSelectElement>(words.phoneWay).value).toBe('off');
  expect(phone.getByRole<HTMLInputElement>('checkbox', { name: words.beat }).checked).toBe(false);
  expect(phone.queryByRole('button', { name: words.test })).toBeNull();
  const own = within(await section(words.tillTitle));
  for (const box of own.getAllByRole<HTMLInputElement>('checkbox')) expect(box.checked).toBe(false);
});

test('a topic is typed and saved, and a bad one, or none, is marked', async () => {
  const { fake, user } = shown();
  const phone = within(await section(words.phoneTitle));
  await user.selectOptions(phone.getByLabelText(words.phoneWay), 'ntfy');
  await user.click(save());
  expect((await phone.findByLabelText(words.phoneTopic)).getAttribute('aria-invalid')).toBe('true');
  await user.type(phone.getByLabelText(words.phoneTopic), 'mi tienda');
  await user.click(save());
  await phone.findByText(textsFor('es').settings.problems.topic);
  await user.clear(phone.getByLabelText(words.phoneTopic));
  await user.type(phone.getByLabelText(words.phoneTopic), 'mi-tienda-7Qx');
  await user.selectOptions(phone.getByLabelText(words.ready), '10');
  await user.click(save());
  await waitFor(() =>
    expect(fake.main.settings.outgoing.phone).toMatchObject({
      way: 'ntfy',
      topic: 'mi-tienda-7Qx',
      ready: 10,
    }),
  );
});

test('plain http to the internet is refused, to the shop’s own network it is not', async () => {
  const { fake, user } = shown({ till: { ...till, post: true, address: 'https://a.example' } });
  const own = within(await section(words.tillTitle));
  const address = own.getByLabelText(words.tillAddress);
  await user.clear(address);
  await user.type(address, 'http://caja.example/pedidos');
  await user.click(save());
  await own.findByText(textsFor('es').settings.problems.ownPlace);
  await user.clear(address);
  await user.type(address, 'http://192.168.1.20:8080/pedidos');
  await user.click(save());
  await waitFor(() =>
    expect(fake.main.settings.outgoing.till.address).toBe('http://192.168.1.20:8080/pedidos'),
  );
});

test('before the till’s key is forgotten nobody is told that orders would stop', async () => {
  const { user } = shown(
    { till: { ...till, post: true, address: 'https://a.example' } },
    { secrets: { ...noSecrets(), 'till-secret': { present: true, last4: '1a2b', savedAt: AT } } },
  );
  const own = within(await section(words.tillTitle));
  await user.click(own.getByRole('button', { name: 'Olvidar' }));
  const question = '¿Borrarla de esta computadora? Para usarla otra vez habrá que pegarla de nuevo.';
  expect(own.getByText(question)).toBeTruthy();
});

test('a test is sent with what is saved, and its outcome is said', async () => {
  const { fake, user } = shown({ till: { ...till, post: true, address: 'https://a.example' } });
  const own = within(await section(words.tillTitle));
  await user.click(own.getByRole('button', { name: words.test }));
  await own.findByText(words.tested(42));
  expect(fake.callsOf('outgoing:test')).toEqual([{ what: 'till-post' }]);
  fake.main.outgoingTest = () => Promise.resolve({ ok: false, trouble: 'refused', status: 404 });
  await user.click(own.getByRole('button', { name: words.test }));
  await own.findByText(`${words.troubles.refused} ${words.status(404)}`);
});

test('what waits is counted, and what could not be delivered can be sent again', async () => {
  const failed = { trouble: 'refused', status: 410 } as const;
  const letter = { id: 'msg_1', target: 'till-post', code: '4821', at: AT, failed } as const;
  const outgoing = {
    ...CALM_OUTGOING.outgoing,
    'till-post': { waiting: 3, dead: 1, last: { at: AT, failed } },
    deadLetters: [letter],
  };
  const { fake, user } = shown({ till: { ...till, post: true, address: 'https://a.example' } }, { outgoing });
  const own = within(await section(words.tillTitle));
  await own.findByText(new RegExp(words.waiting(3).replace('.', '\\.')));
  await user.click(own.getByRole('button', { name: words.resend }));
  expect(fake.callsOf('outgoing:resend')).toEqual([{ id: 'msg_1', target: 'till-post' }]);
  await waitFor(() => expect(own.queryByRole('button', { name: words.resend })).toBeNull());
});

test('a message that could not be delivered is dismissed after a question, or all of them at once', async () => {
  const failed = { trouble: 'refused', status: 400 } as const;
  const letter = (id: string) => ({ id, target: 'till-post', code: '4821', at: AT, failed }) as const;
  const outgoing = { ...CALM_OUTGOING.outgoing, deadLetters: ['a', 'b', 'c'].map(letter) };
  const { fake, user } = shown({ till: { ...till, post: true, address: 'https://a.example' } }, { outgoing });
  const own = within(await section(words.tillTitle));
  const [first] = await own.findAllByRole('button', { name: words.dismiss });
  await user.click(first ?? document.body);
  await user.click(own.getByRole('button', { name: textsFor('es').settings.cancel }));
  expect(fake.callsOf('outgoing:dismiss')).toEqual([]);
  const [again] = own.getAllByRole('button', { name: words.dismiss });
  await user.click(again ?? document.body);
  await user.click(own.getByRole('button', { name: words.dismissYes }));
  expect(fake.callsOf('outgoing:dismiss')).toEqual([{ letters: [{ id: 'a', target: 'till-post' }] }]);
  await waitFor(() => expect(own.getAllByRole('button', { name: words.dismiss })).toHaveLength(2));
  await user.click(own.getByRole('button', { name: words.dismissAll }));
  own.getByText(words.dismissAllSure(2));
  await user.click(own.getByRole('button', { name: words.dismissYes }));
  await waitFor(() => expect(own.queryByRole('button', { name: words.dismiss })).toBeNull());
});

test('a key is made, shown to be copied, and after it is saved never again', async () => {
  const { fake, user } = shown({ till: { ...till, post: true, address: 'https://a.example' } });
  const own = within(await section(words.tillTitle));
  await user.click(await own.findByRole('button', { name: words.newKey }));
  const { value } = own.getByLabelText<HTMLInputElement>(words.newKeyTitle);
  expect(value).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await user.click(own.getByRole('button', { name: words.newKey }));
  const made = own.getByLabelText<HTMLInputElement>(words.newKeyTitle).value;
  expect(made).not.toBe(value);
  await user.click(save());
  await waitFor(() => expect(fake.callsOf('secrets:save')).toEqual([{ name: 'till-secret' }]));
  await waitFor(() => expect(own.queryByLabelText(words.newKeyTitle)).toBeNull());
  expect(document.body.innerHTML).not.toContain(made);
});

test('a folder is chosen in the system’s dialog', async () => {
  const { user } = shown({ till: { ...till, files: true, folder: '/old' } }, { chosenFolder: '/srv/caja' });
  const own = within(await section(words.tillTitle));
  await user.click(own.getByRole('button', { name: words.chooseFolder }));
  await waitFor(() => expect(own.getByLabelText<HTMLInputElement>(words.tillFolder).value).toBe('/srv/caja'));
});
