import { textOf, type Fact } from '../../health/fact.ts';
import type { ProxyStop } from '../../proxy.ts';
import { assertNever } from '../../result.ts';

const UNKNOWN_PROXY: ProxyStop = { kind: 'proxy', trouble: 'unreachable', proxy: null };

function proxyFacts(fact: Fact | null): ProxyStop {
  return fact !== null && typeof fact !== 'string' && fact.kind === 'proxy' ? fact : UNKNOWN_PROXY;
}

function isOfTime(fact: Fact | null): boolean {
  return /DATE|EXPIRED|NOT_YET/.test(textOf(fact) ?? '');
}

/** What stands between this computer and the internet. */
export const networkTextsEs = {
  blocked: {
    sentence:
      'Algo entre esta computadora y PedidosYa no deja pasar la consulta: contestó una página web en su lugar.',
    remedy:
      'Abra una página cualquiera en el navegador: si la red pide iniciar sesión, hágalo. Si no, pida a quien cuida la red (proxy, firewall o antivirus) que deje pasar a PedidosYa. La clave no tiene nada que ver.',
  },
  certificate: (detail: Fact | null) =>
    isOfTime(detail)
      ? {
          sentence: 'El certificado que muestra la conexión con PedidosYa no vale en esta fecha.',
          remedy: 'Revise la fecha y la hora de esta computadora. Mostrador vuelve a probar solo.',
        }
      : {
          sentence: 'La conexión con PedidosYa muestra un certificado en el que esta computadora no confía.',
          remedy:
            'Si un antivirus o la empresa revisa las conexiones, instale su certificado en esta computadora o pida que no revise las de PedidosYa. Mientras tanto la clave no se envía.',
        },
  proxy: (detail: Fact | null) => {
    const { trouble, proxy } = proxyFacts(detail);
    const who = proxy === null ? 'El proxy de esta red' : `El proxy ${proxy}`;
    switch (trouble) {
      case 'sign-in':
        return {
          sentence: `${who} pide usuario y contraseña, o no acepta los que tiene.`,
          remedy:
            'Pida a quien cuida la red el usuario y la contraseña y póngalos en la variable HTTPS_PROXY (http://usuario:contraseña@proxy:puerto), o que deje pasar a Mostrador sin ellos.',
        };
      case 'refused':
        return {
          sentence: `${who} no deja pasar la conexión.`,
          remedy: 'Pida a quien cuida la red que la permita. Mostrador vuelve a probar solo.',
        };
      case 'unreachable':
        return {
          sentence: `${who} no responde o no se puede usar.`,
          remedy:
            'Revise la conexión y el proxy en los ajustes de red de esta computadora (o la variable HTTPS_PROXY). Mostrador vuelve a probar solo.',
        };
      default:
        return assertNever(trouble);
    }
  },
};

export const networkTextsEn: typeof networkTextsEs = {
  blocked: {
    sentence:
      'Something between this computer and PedidosYa does not let the request through: a web page answered in its place.',
    remedy:
      'Open any page in the browser: if the network asks to sign in, do so. If not, ask whoever looks after the network (proxy, firewall or antivirus) to let PedidosYa through. The key has nothing to do with it.',
  },
  certificate: (detail) =>
    isOfTime(detail)
      ? {
          sentence: 'The certificate on the connection to PedidosYa is not valid at this date.',
          remedy: "Check this computer's date and time. Mostrador tries again by itself.",
        }
      : {
          sentence: 'The connection to PedidosYa shows a certificate that this computer does not trust.',
          remedy:
            'If an antivirus or the company inspects connections, install its certificate on this computer or ask it not to inspect those to PedidosYa. Meanwhile the key is not sent.',
        },
  proxy: (detail) => {
    const { trouble, proxy } = proxyFacts(detail);
    const who = proxy === null ? 'The proxy of this network' : `The proxy ${proxy}`;
    switch (trouble) {
      case 'sign-in':
        return {
          sentence: `${who} asks for a user and a password, or does not accept the ones it gets.`,
          remedy:
            'Ask whoever looks after the network for user and password and put them into the variable HTTPS_PROXY (http://user:password@proxy:port), or to let Mostrador through without them.',
        };
      case 'refused':
        return {
          sentence: `${who} does not let the connection through.`,
          remedy: 'Ask whoever looks after the network to allow it. Mostrador tries again by itself.',
        };
      case 'unreachable':
        return {
          sentence: `${who} does not answer or cannot be used.`,
          remedy:
            "Check the connection and the proxy in this computer's network settings (or the variable HTTPS_PROXY). Mostrador tries again by itself.",
        };
      default:
        return assertNever(trouble);
    }
  },
};
