/** Address, ids and token to put into Mostrador, and where webhooks go. */
export const SETUP_SCRIPT = String.raw`
let isEditingWebhook = false;

function fact(name, value) {
  return h('div', { className: 'fact' },
    h('span', null, name),
    h('span', { className: 'value' }, h('code', null, value),
      h('button', { className: 'link small', onclick: () => copy(value), 'aria-label': page.texts.copy + ' ' + name }, page.texts.copy)));
}

function webhookFact() {
  const t = page.texts;
  const target = page.state.webhook;
  if (isEditingWebhook) {
    const url = h('input', { type: 'url', value: target ? target.url : 'http://127.0.0.1:4765/webhooks/orders', 'aria-label': t.webhookTo });
    const secret = h('input', { type: 'password', placeholder: t.secret + (target && target.hasSecret ? ' (' + t.secretKept + ')' : ''), 'aria-label': t.secret, autocomplete: 'off' });
    const save = async (event) => {
      event.preventDefault();
      const body = { url: url.value.trim() === '' ? null : url.value.trim() };
      if (secret.value !== '') body.secret = secret.value;
      if ((await act('webhook', body)) === null) return;
      isEditingWebhook = false;
      await refresh();
    };
    return h('div', { className: 'fact' }, h('span', null, t.webhookTo),
      h('form', { onsubmit: save }, url, secret,
        h('button', { className: 'main small', type: 'submit' }, t.save),
        h('button', { className: 'small', type: 'button', onclick: () => { isEditingWebhook = false; drawSetup(true); } }, t.close)));
  }
  return h('div', { className: 'fact' }, h('span', null, t.webhookTo),
    h('span', { className: 'value' },
      target ? h('code', null, target.url) : h('span', { className: 'none' }, t.webhookNone),
      h('button', { className: 'link small', onclick: () => { isEditingWebhook = true; drawSetup(true); } }, t.change)));
}

let drawnSetup = '';
function drawSetup(isForced) {
  const now = JSON.stringify([page.state.webhook, page.about.baseUrl]);
  if (!isForced && (now === drawnSetup || isEditingWebhook)) return;
  drawnSetup = now;
  const t = page.texts;
  const about = page.about;
  const signIn = about.tokens.length > 0 ? fact(t.token, about.tokens[0])
    : about.clients.length > 0 ? fact(t.noToken, about.clients[0].id + ' / ' + about.clients[0].secret) : null;
  $('setup').replaceChildren(...[
    fact(t.baseUrl, about.baseUrl), fact(t.chain, about.chainId), fact(t.vendor, about.vendorId), signIn, webhookFact(),
  ].filter(Boolean));
}
`;
