import { textOf, type Fact } from '../../health/fact.ts';
import type { TunnelErrorCode } from '../../tunnel.ts';
import type { ErrorText } from '../errors.ts';
import { networkTextsEn, networkTextsEs } from '../health/network.ts';

type TunnelErrorTexts = Readonly<Record<TunnelErrorCode, (detail: Fact | null) => ErrorText>>;

function inBrackets(fact: Fact | null): string {
  const detail = textOf(fact) ?? '';
  return detail === '' ? '' : ` (${detail})`;
}

export const tunnelErrorTextsEs: TunnelErrorTexts = {
  not_configured: () => ({
    sentence: 'Faltan datos de la dirección pública.',
    remedy: 'Complételos en Ajustes → Dirección pública.',
  }),
  secret_missing: (detail) => ({
    sentence: detail === 'ssh-private-key' ? 'Falta la llave de SSH.' : 'Falta la clave del túnel.',
    remedy:
      detail === 'ssh-private-key'
        ? 'Cree la llave en Ajustes → Dirección pública y ponga su parte pública en el servidor.'
        : 'Cópiela del sitio del proveedor y péguela en Ajustes → Dirección pública.',
  }),
  secret_elsewhere: () => ({
    sentence: 'La llave de SSH es para otro servidor o usuario: no se usa.',
    remedy:
      'Si es el suyo: en Ajustes → Dirección pública borre el servidor, guarde, escríbalo otra vez y guarde.',
  }),
  address_untyped: () => ({
    sentence: 'La dirección pública vino de un archivo: la contraseña del webhook no se envía ahí.',
    remedy: 'Si es la suya: en Ajustes → Dirección pública bórrela, guarde, escríbala otra vez y guarde.',
  }),
  program_untyped: (detail) => ({
    sentence: `Otro programa para el túnel vino de un archivo: no se inicia${inBrackets(detail)}.`,
    remedy: 'Si lo eligió usted: en Ajustes → Dirección pública pegue otra vez la clave del túnel.',
  }),
  keychain_closed: () => ({
    sentence: 'No se pudo leer la clave del túnel del administrador de contraseñas de la computadora.',
    remedy: 'Desbloquéelo o inicie sesión de nuevo en la computadora.',
  }),
  address_changes: (detail) => ({
    sentence: `Esta dirección cambia cada vez que se reinicia${inBrackets(detail)}, y PedidosYa tiene guardada una sola.`,
    remedy: 'Elija una dirección fija: un dominio propio, o el dominio fijo que ngrok da gratis.',
  }),
  auth_failed: () => ({
    sentence: 'El proveedor del túnel no aceptó la clave.',
    remedy: 'Copie la clave de nuevo y péguela en Ajustes → Dirección pública.',
  }),
  hostkey_mismatch: (detail) => ({
    sentence: `El servidor SSH mostró otra huella que la de siempre${inBrackets(detail)}.`,
    remedy:
      'Pregunte a quien cuida el servidor si la cambió. Si es así, acéptela en Ajustes; si no, no se conecte.',
  }),
  forward_denied: (detail) => ({
    sentence: `El servidor SSH no deja abrir la dirección remota${inBrackets(detail)}.`,
    remedy:
      'Puede que otra sesión la tenga ocupada: Mostrador vuelve a probar. Si sigue, pida permiso para ese puerto en el servidor.',
  }),
  domain_in_use: (detail) => ({
    sentence: `Otro programa ya usa esta dirección${inBrackets(detail)}.`,
    remedy: 'Cierre ngrok en la otra computadora, o elija otro dominio en Ajustes.',
  }),
  domain_refused: () => ({
    sentence: 'El proveedor del túnel no da este dominio a esta cuenta.',
    remedy: 'Copie el dominio tal como aparece en el sitio del proveedor y péguelo en Ajustes.',
  }),
  binary_missing: (detail) => ({
    sentence: `No se encontró el programa ${textOf(detail) ?? 'del túnel'} en esta computadora.`,
    remedy: 'Instálelo, o indique dónde está en Ajustes → Dirección pública.',
  }),
  binary_crashed: (detail) => ({
    sentence: `El programa del túnel se cerró${inBrackets(detail)}.`,
    remedy: 'Espere: Mostrador lo abre de nuevo. Si sigue, actualice el programa.',
  }),
  no_network: () => ({
    sentence: 'Esta computadora no tiene conexión a internet.',
    remedy: 'Revise el cable o el wifi. Mostrador sigue solo cuando vuelve.',
  }),
  local_down: () => ({
    sentence: 'El receptor de avisos de esta computadora no responde.',
    remedy: 'Revise el puerto en Ajustes → Avanzado, o reinicie Mostrador.',
  }),
  port_taken: () => ({
    sentence: 'En el puerto de los avisos contesta otro programa: la dirección pública se cerró.',
    remedy: 'Cierre ese programa, o elija otro puerto en Ajustes → Avanzado.',
  }),
  dns: () => ({
    sentence: 'No se encontró en internet el nombre de la dirección pública.',
    remedy: 'Revise que esté bien escrita. Si es un dominio nuevo, espere unos minutos.',
  }),
  unreachable: () => ({
    sentence: 'No se pudo llegar al servidor de la dirección pública.',
    remedy: 'Revise la dirección y el puerto. Mostrador vuelve a probar solo.',
  }),
  tls: (detail) => ({
    sentence: `El certificado de la dirección pública no es válido${inBrackets(detail)}.`,
    remedy: 'Renueve el certificado en el servidor, o revise la fecha y hora de esta computadora.',
  }),
  proxy: networkTextsEs.proxy,
  timeout: () => ({
    sentence: 'La dirección pública no contestó a tiempo.',
    remedy: 'Revise la conexión a internet. Mostrador vuelve a probar solo.',
  }),
  reply_lost: () => ({
    sentence:
      'La prueba de la dirección pública llegó a esta computadora, pero la respuesta se perdió en el camino.',
    remedy: 'Espere: Mostrador vuelve a conectar. Si sigue, revise la conexión a internet.',
  }),
  wrong_endpoint: () => ({
    sentence: 'En la dirección pública responde otra computadora o servicio.',
    remedy: 'Revise que la dirección lleve a esta computadora y a su puerto.',
  }),
  http_status: (detail) => ({
    sentence: `La dirección pública respondió con un error${inBrackets(detail)}.`,
    remedy: 'Revise el proveedor del túnel. Mostrador vuelve a probar solo.',
  }),
  quota: () => ({
    sentence: 'Se terminó el cupo del proveedor del túnel.',
    remedy: 'Espere a que se renueve o amplíe el plan.',
  }),
  unverified: () => ({
    sentence: 'Desde esta computadora no se puede comprobar la dirección pública.',
    remedy:
      'Funciona mientras lleguen avisos de PedidosYa. Para comprobarla: haga un pedido de prueba y, en cuanto llegue, haga otra vez la prueba.',
  }),
  unknown: (detail) => ({
    sentence: `El túnel falló por algo no previsto${inBrackets(detail)}.`,
    remedy: 'Espere: Mostrador vuelve a probar. Si sigue, elija otro proveedor en Ajustes.',
  }),
};

export const tunnelErrorTextsEn: TunnelErrorTexts = {
  not_configured: () => ({
    sentence: 'Some data of the public address is missing.',
    remedy: 'Fill it in under Settings → Public address.',
  }),
  secret_missing: (detail) => ({
    sentence: detail === 'ssh-private-key' ? 'There is no SSH key.' : 'The key of the tunnel is missing.',
    remedy:
      detail === 'ssh-private-key'
        ? 'Create the key in Settings → Public address and put its public half on the server.'
        : "Copy it from the provider's site and paste it in Settings → Public address.",
  }),
  secret_elsewhere: () => ({
    sentence: 'The SSH key is for another server or user: it is not used.',
    remedy: 'If it is yours: in Settings → Public address clear the server, save, type it again and save.',
  }),
  address_untyped: () => ({
    sentence: 'The public address came from a file: the webhook password is not sent there.',
    remedy: 'If it is yours: in Settings → Public address clear it, save, type it again and save.',
  }),
  program_untyped: (detail) => ({
    sentence: `Another program for the tunnel came from a file: it is not started${inBrackets(detail)}.`,
    remedy: 'If you chose it: in Settings → Public address paste the tunnel key again.',
  }),
  keychain_closed: () => ({
    sentence: "The key of the tunnel could not be read from the computer's password manager.",
    remedy: 'Unlock it or sign in to the computer again.',
  }),
  address_changes: (detail) => ({
    sentence: `This address changes with every restart${inBrackets(detail)}, and PedidosYa keeps only one.`,
    remedy: 'Choose a fixed address: a domain of your own, or the fixed domain that ngrok gives for free.',
  }),
  auth_failed: () => ({
    sentence: "The tunnel's provider did not accept the key.",
    remedy: 'Copy the key again and paste it in Settings → Public address.',
  }),
  hostkey_mismatch: (detail) => ({
    sentence: `The SSH server showed another fingerprint than before${inBrackets(detail)}.`,
    remedy:
      'Ask whoever looks after the server whether it was changed. If so, accept it in Settings; if not, do not connect.',
  }),
  forward_denied: (detail) => ({
    sentence: `The SSH server does not let the remote address be opened${inBrackets(detail)}.`,
    remedy:
      'Another session may hold it: Mostrador tries again. If it goes on, ask for permission for that port on the server.',
  }),
  domain_in_use: (detail) => ({
    sentence: `Another program already uses this address${inBrackets(detail)}.`,
    remedy: 'Close ngrok on the other computer, or choose another domain in Settings.',
  }),
  domain_refused: () => ({
    sentence: "The tunnel's provider does not give this domain to this account.",
    remedy: "Copy the domain as the provider's site shows it and paste it in Settings.",
  }),
  binary_missing: (detail) => ({
    sentence: `The program ${textOf(detail) ?? 'of the tunnel'} was not found on this computer.`,
    remedy: 'Install it, or say where it is in Settings → Public address.',
  }),
  binary_crashed: (detail) => ({
    sentence: `The program of the tunnel ended${inBrackets(detail)}.`,
    remedy: 'Wait: Mostrador starts it again. If it goes on, update the program.',
  }),
  no_network: () => ({
    sentence: 'This computer has no internet connection.',
    remedy: 'Check the cable or the wifi. Mostrador goes on by itself when it is back.',
  }),
  local_down: () => ({
    sentence: "This computer's alert receiver does not answer.",
    remedy: 'Check the port in Settings → Advanced, or restart Mostrador.',
  }),
  port_taken: () => ({
    sentence: 'Another program answers on the port of the alerts: the public address was closed.',
    remedy: 'Close that program, or choose another port in Settings → Advanced.',
  }),
  dns: () => ({
    sentence: 'The name of the public address was not found on the internet.',
    remedy: 'Check its spelling. If the domain is new, wait a few minutes.',
  }),
  unreachable: () => ({
    sentence: 'The server of the public address could not be reached.',
    remedy: 'Check the address and the port. Mostrador tries again by itself.',
  }),
  tls: (detail) => ({
    sentence: `The certificate of the public address is not valid${inBrackets(detail)}.`,
    remedy: "Renew the certificate on the server, or check this computer's date and time.",
  }),
  proxy: networkTextsEn.proxy,
  timeout: () => ({
    sentence: 'The public address did not answer in time.',
    remedy: 'Check the internet connection. Mostrador tries again by itself.',
  }),
  reply_lost: () => ({
    sentence: 'The check of the public address reached this computer, but the answer was lost on its way.',
    remedy: 'Wait: Mostrador connects again. If it goes on, check the internet connection.',
  }),
  wrong_endpoint: () => ({
    sentence: 'Another computer or service answers at the public address.',
    remedy: 'Check that the address leads to this computer and its port.',
  }),
  http_status: (detail) => ({
    sentence: `The public address answered with an error${inBrackets(detail)}.`,
    remedy: "Check the tunnel's provider. Mostrador tries again by itself.",
  }),
  quota: () => ({
    sentence: "The quota of the tunnel's provider is used up.",
    remedy: 'Wait until it is renewed or take a bigger plan.',
  }),
  unverified: () => ({
    sentence: 'The public address cannot be checked from this computer.',
    remedy:
      'It works while alerts of PedidosYa arrive. To check it: place a test order and, as soon as it arrives, run the test again.',
  }),
  unknown: (detail) => ({
    sentence: `The tunnel failed for an unforeseen reason${inBrackets(detail)}.`,
    remedy: 'Wait: Mostrador tries again. If it goes on, choose another provider in Settings.',
  }),
};
