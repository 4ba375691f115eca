import type { Language } from '../shared/settings/settings.ts';

const es = {
  title: 'PedidosYa de práctica, en esta computadora. Ningún pedido es real.',
  api: 'API',
  page: 'Página de control',
  chain: 'Cadena (chain id)',
  vendor: 'Tienda (vendor id)',
  token: 'Token',
  client: 'Client ID / Client Secret',
  webhook: 'Avisos a',
  noWebhook: 'a nadie todavía: use --webhook-url o la página de control',
  howTo: 'Para usarlo con Mostrador, ponga en sus ajustes:',
  steps: (baseUrl: string, chain: string, vendor: string, token: string): readonly string[] => [
    `Dirección de la API: ${baseUrl}`,
    `Cadena: ${chain}    Tienda: ${vendor}    País: Uruguay`,
    `Token: ${token}`,
    'Cree la contraseña del webhook, cópiela y péguela en la página de control',
    '(Conexión → Avisar a → Cambiar) junto con http://127.0.0.1:4765/webhooks/orders',
  ],
  auto: (seconds: number): string => `Los pedidos llegan y avanzan solos cada ${seconds} s.`,
  seeded: (count: number): string => `${count} pedidos sembrados.`,
  stop: 'Ctrl+C para terminar.',
  portTaken: (port: number): string => `El puerto ${port} está ocupado. Elija otro con --port, o --port=0.`,
  help: `Uso: npm run simulator -- [opciones]

  --port=N              puerto en 127.0.0.1 (4780; 0: cualquiera libre)
  --webhook-url=URL     adónde mandar los avisos
  --webhook-secret=S    contraseña que va tal cual en Authorization
  --token=T             token fijo que vale (se puede repetir)
  --client=ID:SECRETO   credenciales OAuth que valen (se puede repetir)
  --chain=UUID          cadena
  --vendor=ID           tienda
  --shop=NOMBRE         nombre de la tienda
  --auto                pedidos que llegan y avanzan solos
  --every=SEGUNDOS      cada cuánto, con --auto (20)
  --seed=N              empezar con N pedidos de los últimos 30 días
  --scenario=T7         probar un escenario y seguir (se puede repetir)
  --switch=NOMBRE=VALOR mover un interruptor (se puede repetir)
  --lang=es|en          idioma
  --help                esta ayuda`,
};

export type MainTexts = typeof es;

const en: MainTexts = {
  title: 'A practice PedidosYa on this computer. No order is real.',
  api: 'API',
  page: 'Control page',
  chain: 'Chain id',
  vendor: 'Vendor id',
  token: 'Token',
  client: 'Client ID / Client Secret',
  webhook: 'Webhooks to',
  noWebhook: 'nobody yet: use --webhook-url or the control page',
  howTo: 'To use it with Mostrador, enter in its settings:',
  steps: (baseUrl, chain, vendor, token) => [
    `API address: ${baseUrl}`,
    `Chain: ${chain}    Shop: ${vendor}    Country: Uruguay`,
    `Token: ${token}`,
    'Create the webhook password, copy it and paste it into the control page',
    '(Connection → Webhook to → Change) with http://127.0.0.1:4765/webhooks/orders',
  ],
  auto: (seconds) => `Orders come and move on by themselves every ${seconds} s.`,
  seeded: (count) => `${count} orders seeded.`,
  stop: 'Ctrl+C to end.',
  portTaken: (port) => `Port ${port} is taken. Choose another with --port, or --port=0.`,
  help: `Usage: npm run simulator -- [options]

  --port=N              port on 127.0.0.1 (4780; 0: any free one)
  --webhook-url=URL     where webhooks go
  --webhook-secret=S    password, sent verbatim in Authorization
  --token=T             static token that works (may be repeated)
  --client=ID:SECRET    OAuth credentials that work (may be repeated)
  --chain=UUID          chain
  --vendor=ID           shop
  --shop=NAME           name of the shop
  --auto                orders come and move on by themselves
  --every=SECONDS       how often, with --auto (20)
  --seed=N              begin with N orders of the last 30 days
  --scenario=T7         play a scenario and go on (may be repeated)
  --switch=NAME=VALUE   turn a switch (may be repeated)
  --lang=es|en          language
  --help                this help`,
};

export function mainTexts(language: Language): MainTexts {
  return language === 'en' ? en : es;
}
