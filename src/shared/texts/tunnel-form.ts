import type { TunnelProviderId } from '../tunnel-settings.ts';

type ProviderText = { readonly name: string; readonly hint: string; readonly clicks: readonly string[] };

const providersEs: Readonly<Record<TunnelProviderId, ProviderText>> = {
  none: {
    name: 'Solo consultar',
    hint: 'Sin dirección. Mostrador pregunta por pedidos cada 30 a 60 segundos. No hay nada más que hacer.',
    clicks: [],
  },
  cloudflared: {
    name: 'Cloudflare Tunnel',
    hint: 'Gratis, con un dominio propio. Usa el programa cloudflared instalado en esta computadora.',
    clicks: [
      'En dash.cloudflare.com: Zero Trust → Networks → Tunnels → Create a tunnel → Cloudflared.',
      'Copiar el token que muestra la línea de instalación y pegarlo abajo.',
      'En Public Hostname: elegir el nombre y, como servicio, HTTP y la dirección local de abajo.',
    ],
  },
  ngrok: {
    name: 'ngrok',
    hint: 'El más rápido: cuenta gratis con un dominio fijo. No hay que instalar nada.',
    clicks: [
      'En dashboard.ngrok.com: crear la cuenta.',
      'Your Authtoken: copiarlo y pegarlo abajo.',
      'Domains: copiar el dominio fijo que viene con la cuenta.',
    ],
  },
  ssh: {
    name: 'Servidor propio por SSH',
    hint: 'Para quien tiene un servidor con dominio y alguien que lo cuida.',
    clicks: [
      'Pasar la llave pública de abajo a quien cuida el servidor.',
      'En el servidor, un proxy con https lleva el dominio a la dirección remota.',
    ],
  },
  'own-url': {
    name: 'Dirección propia',
    hint: 'Ya hay un proxy o túnel que llega a esta computadora.',
    clicks: [],
  },
};
const providersEn: typeof providersEs = {
  none: {
    name: 'Only ask',
    hint: 'No address. Mostrador asks for orders every 30 to 60 seconds. There is nothing else to do.',
    clicks: [],
  },
  cloudflared: {
    name: 'Cloudflare Tunnel',
    hint: 'Free, with a domain of your own. Uses the program cloudflared installed on this computer.',
    clicks: [
      'On dash.cloudflare.com: Zero Trust → Networks → Tunnels → Create a tunnel → Cloudflared.',
      'Copy the token that the installation line shows and paste it below.',
      'Under Public Hostname: choose the name and, as its service, HTTP and the local address below.',
    ],
  },
  ngrok: {
    name: 'ngrok',
    hint: 'The quickest: a free account with a fixed domain. Nothing to install.',
    clicks: [
      'On dashboard.ngrok.com: create the account.',
      'Your Authtoken: copy it and paste it below.',
      'Domains: copy the fixed domain that comes with the account.',
    ],
  },
  ssh: {
    name: 'Own server by SSH',
    hint: 'For those who have a server with a domain and somebody who looks after it.',
    clicks: [
      'Give the public key below to whoever looks after the server.',
      'On the server, a proxy with https leads the domain to the remote address.',
    ],
  },
  'own-url': {
    name: 'Own address',
    hint: 'There is a proxy or tunnel already that leads to this computer.',
    clicks: [],
  },
};

export const tunnelFormTextsEs = {
  title: 'Dirección pública',
  choose: 'Cómo llegan los avisos',
  providers: providersEs,
  local: (port: string) => `Tiene que llevar a http://127.0.0.1:${port} en esta computadora.`,
  publicUrl: 'Dirección pública',
  publicUrlHint: 'Por ejemplo https://pedidos.mitienda.com. Empieza con https:// y no cambia nunca.',
  domain: 'Dominio de ngrok',
  domainHint: 'Por ejemplo mi-tienda.ngrok-free.app.',
  token: 'Clave del túnel',
  executable: 'Dónde está cloudflared',
  executableHint: 'Vacío: Mostrador lo busca.',
  host: 'Servidor',
  sshPort: 'Puerto de SSH',
  user: 'Usuario',
  remoteBind: 'Dirección remota',
  remoteBindHint: 'Puerto o socket que abre el servidor: 8080, 127.0.0.1:8080 o /home/tienda/mostrador.sock.',
  urlPattern: 'Cómo reconocer la dirección que imprime el servidor',
  urlPatternHint: 'Expresión regular. Vacío: el servidor no imprime ninguna.',
  more: 'Más opciones',
  key: 'Llave pública de esta computadora',
  makeKey: 'Crear llave',
  showKey: 'Ver la llave pública',
  copyKey: 'Copiar llave',
  keyCopied: 'Llave pública copiada. Pasarla a quien cuida el servidor.',
  keyFailed: 'No se pudo leer ni crear la llave.',
  hostKey: 'Huella del servidor',
  hostKeyNone: 'Se guarda en la primera conexión y después no se acepta otra.',
  acceptHostKey: 'Aceptar la huella nueva',
  acceptSure: (fingerprint: string) =>
    `¿Aceptar ${fingerprint}? Solo si quien cuida el servidor dice que la cambió.`,
  acceptYes: 'Sí, aceptarla',
  accepted: 'Huella aceptada. Conectando de nuevo.',
  stateLabel: 'Estado de la dirección pública',
  tryNow: 'Probar ahora',
  reconnect: 'Conectar de nuevo',
  works: (ms: number) => `Funciona: ida y vuelta en ${String(ms)} ms.`,
  reconnecting: 'Conectando de nuevo.',
};

export const tunnelFormTextsEn: typeof tunnelFormTextsEs = {
  title: 'Public address',
  choose: 'How alerts arrive',
  providers: providersEn,
  local: (port) => `It has to lead to http://127.0.0.1:${port} on this computer.`,
  publicUrl: 'Public address',
  publicUrlHint: 'Such as https://orders.myshop.com. It begins with https:// and never changes.',
  domain: 'ngrok domain',
  domainHint: 'Such as my-shop.ngrok-free.app.',
  token: 'Key of the tunnel',
  executable: 'Where cloudflared is',
  executableHint: 'Empty: Mostrador looks for it.',
  host: 'Server',
  sshPort: 'SSH port',
  user: 'User',
  remoteBind: 'Remote address',
  remoteBindHint: 'Port or socket that the server opens: 8080, 127.0.0.1:8080 or /home/shop/mostrador.sock.',
  urlPattern: 'How to recognise the address that the server prints',
  urlPatternHint: 'A regular expression. Empty: the server prints none.',
  more: 'More options',
  key: 'Public key of this computer',
  makeKey: 'Create key',
  showKey: 'Show the public key',
  copyKey: 'Copy key',
  keyCopied: 'Public key copied. Give it to whoever looks after the server.',
  keyFailed: 'The key could not be read or made.',
  hostKey: 'Fingerprint of the server',
  hostKeyNone: 'It is kept at the first connection, and no other is accepted after that.',
  acceptHostKey: 'Accept the new fingerprint',
  acceptSure: (fingerprint) =>
    `Accept ${fingerprint}? Only if whoever looks after the server says that it was changed.`,
  acceptYes: 'Yes, accept it',
  accepted: 'Fingerprint accepted. Connecting again.',
  stateLabel: 'State of the public address',
  tryNow: 'Try now',
  reconnect: 'Connect again',
  works: (ms) => `It works: there and back in ${String(ms)} ms.`,
  reconnecting: 'Connecting again.',
};
