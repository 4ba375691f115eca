import type { Alert } from '../../../shared/orders/alert.ts';
import { alertSubject } from '../../../shared/orders/alert.ts';
import type { OutgoingTrouble } from '../../../shared/settings/outgoing.ts';
import type { Result } from '../../../shared/result.ts';
import { destinationOf, NOWHERE } from '../../../shared/settings/secret-binding.ts';
import type { SecretName, Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { phoneRequest } from './phone-message.ts';
import { stillTrue, type PhoneNews } from './phone-plan.ts';
import type { SendMessage, SendOutcome, WaitingMessage } from './types.ts';

/** The outside, as the routes need it. */
export type OutgoingEdges = {
  /** Sends one request within a time limit, and follows no redirect. */
  readonly http: (request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly isJsonAnswered?: boolean;
  }) => Promise<SendOutcome>;
  readonly sign: (
    message: { readonly id: string; readonly body: string; readonly atMs: number },
    secret: string,
  ) => Readonly<Record<string, string>>;
  readonly writeFile: (folder: string, orderId: string, body: string) => Promise<SendOutcome>;
  readonly readPhoneNews: (body: string) => PhoneNews | null;
};

export type RouteDeps = OutgoingEdges & {
  readonly settings: () => Settings;
  readonly readSecret: (
    name: SecretName,
    to: string,
  ) => Promise<Result<string | null, { readonly code: string }>>;
  readonly alertsOf: (subject: string) => readonly Alert[];
  readonly texts: () => Texts;
  /** Returns a time as people in the shop read it. */
  readonly clock: (iso: string) => string;
  readonly localMs: () => number;
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Returns how a message goes to the phone, to the till's address and into the till's folder. */
export function createRoutes(deps: RouteDeps): {
  readonly phone: (message: WaitingMessage, news: PhoneNews) => Promise<SendOutcome>;
  readonly toPhone: SendMessage;
  readonly toTill: SendMessage;
  readonly toFile: SendMessage;
  readonly alertOf: (alertId: string) => Alert | null;
} {
  const { settings, http } = deps;
  const alertOf = (alertId: string): Alert | null =>
    deps.alertsOf(alertSubject(alertId)).find(({ id }) => id === alertId) ?? null;
  const secretFor = async (name: SecretName): Promise<Result<string | null, SendOutcome>> => {
    const secret = await deps.readSecret(name, destinationOf(name, settings()) ?? NOWHERE);
    if (secret.ok) return secret;
    const trouble = secret.error.code === 'bound-elsewhere' ? 'bound-elsewhere' : 'keychain';
    return { ok: false, error: failed(trouble) };
  };

  const phone = async (message: WaitingMessage, news: PhoneNews): Promise<SendOutcome> => {
    const token = await secretFor('phone-token');
    if (!token.ok) return token.error;
    const { outgoing, shop } = settings();
    if (outgoing.phone.way === 'off') return failed('off');
    const { url, body } = phoneRequest(outgoing.phone, message.id, news, {
      shop: shop.name,
      texts: deps.texts(),
      clock: deps.clock,
      at: message.at,
    });
    const headers = {
      ...JSON_TYPE,
      'webhook-id': message.id,
      ...(token.value === null ? {} : { authorization: `Bearer ${token.value}` }),
    };
    return http({ method: 'POST', url, headers, body, isJsonAnswered: outgoing.phone.way === 'ntfy' });
  };

  return {
    phone,
    alertOf,
    toPhone: async (message) => {
      const news = deps.readPhoneNews(message.body);
      const told = news === null ? null : stillTrue(news, alertOf);
      return told === null ? { kind: 'gone' } : phone(message, told);
    },
    toTill: async (message) => {
      const { post, address } = settings().outgoing.till;
      if (!post) return failed('off');
      const secret = await secretFor('till-secret');
      if (!secret.ok) return secret.error;
      if (secret.value === null) return failed('no-secret');
      const { id, body } = message;
      const signed = deps.sign({ id, body, atMs: deps.localMs() }, secret.value);
      return http({ method: 'POST', url: address, headers: { ...JSON_TYPE, ...signed }, body });
    },
    toFile: (message) => {
      const { files, folder } = settings().outgoing.till;
      return files ? deps.writeFile(folder, message.lane, message.body) : Promise.resolve(failed('off'));
    },
  };
}

function failed(trouble: OutgoingTrouble): SendOutcome {
  return { kind: 'failed', trouble, status: null, isFinal: false, retryAfterMs: null };
}
