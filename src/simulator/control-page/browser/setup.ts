import { button, byId, h, redraw } from './dom.ts';
import type { Page, Part } from './page.ts';

const USUAL_WEBHOOK = 'http://127.0.0.1:4765/webhooks/orders';

/** Address, ids and token to put into Mostrador, and where webhooks go. */
export function createSetup(page: Page): Part {
  const { texts, about } = page;
  const box = byId('setup');
  let isEditing = false;
  let drawn = '';

  const copy = async (value: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      page.say(texts.copied);
    } catch {
      // When the browser does not allow copying, the text can still be read.
      page.say(value);
    }
  };
  const fact = (name: string, value: string): HTMLElement =>
    h(
      'div',
      { class: 'fact' },
      h('span', {}, name),
      h(
        'span',
        { class: 'value' },
        h('code', {}, value),
        button(texts.copy, () => copy(value), { class: 'link', 'aria-label': `${texts.copy} ${name}` }),
      ),
    );
  const edit = (next: boolean): void => {
    isEditing = next;
    draw(true);
    if (next) box.querySelector('input')?.focus();
    else box.querySelector<HTMLElement>('[data-key="webhook"]')?.focus();
  };

  const webhookForm = (): HTMLElement => {
    const target = page.state().webhook;
    const url = h('input', {
      type: 'url',
      value: target?.url ?? USUAL_WEBHOOK,
      'aria-label': texts.webhookTo,
    });
    const kept = target?.hasSecret === true ? ` (${texts.secretKept})` : '';
    const secret = h('input', {
      type: 'password',
      placeholder: texts.secret + kept,
      'aria-label': texts.secret,
      autocomplete: 'off',
    });
    const save = async (): Promise<void> => {
      const body = { url: url.value.trim() === '' ? null : url.value.trim() };
      const done = await page.act('webhook', secret.value === '' ? body : { ...body, secret: secret.value });
      if (done !== null) edit(false);
    };
    const form = h(
      'form',
      {},
      url,
      secret,
      h('button', { type: 'submit', class: 'main' }, texts.save),
      button(texts.close, () => edit(false)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void save();
    });
    return form;
  };

  const webhookValue = (): HTMLElement => {
    const target = page.state().webhook;
    return h(
      'span',
      { class: 'value' },
      target === null ? h('span', { class: 'none' }, texts.webhookNone) : h('code', {}, target.url),
      button(texts.change, () => edit(true), {
        class: 'link',
        'data-key': 'webhook',
        'aria-label': `${texts.change}: ${texts.webhookTo}`,
      }),
    );
  };

  const signIn = (): HTMLElement | null => {
    const [token] = about.tokens;
    const [client] = about.clients;
    if (token !== undefined) return fact(texts.token, token);
    return client === undefined ? null : fact(texts.noToken, `${client.id} / ${client.secret}`);
  };

  const draw = (isForced = false): void => {
    const now = JSON.stringify(page.state().webhook);
    if (!isForced && (now === drawn || isEditing)) return;
    drawn = now;
    redraw(
      box,
      fact(texts.baseUrl, about.baseUrl),
      fact(texts.chain, about.chainId),
      fact(texts.vendor, about.vendorId),
      signIn(),
      h('div', { class: 'fact' }, h('span', {}, texts.webhookTo), isEditing ? webhookForm() : webhookValue()),
    );
  };
  return { draw };
}
