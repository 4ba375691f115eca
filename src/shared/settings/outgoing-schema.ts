import { z } from 'zod';
import { isLoopback } from '../address.ts';
import type { OutgoingSettings } from './outgoing.ts';
import { line } from './schema-fields.ts';

/** See `schema-fields.ts`. */
declare const URL: {
  readonly canParse: (text: string) => boolean;
  new (text: string): Readonly<Record<'protocol' | 'hostname' | 'username' | 'password' | 'hash', string>>;
};

const MAX_ADDRESS = 500;
/** What ntfy takes as the name of a topic. */
const TOPIC = /^[-_A-Za-z0-9]{1,64}$/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const PRIVATE_IPV4 = /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
const PRIVATE_IPV6 = /^\[f(?:[cd]|e[89ab])/;
/** Names that no server of the internet can have. */
const LOCAL_NAME = /^[^.:[\]]+$|\.(?:local|lan|home\.arpa|internal)$/;
const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;

/** Returns true for https, or plain http to this computer or the shop's own network; never with a user or a password. */
function isOwnPlace(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash } = new URL(value);
  if (username + password + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isNear(hostname));
}

function isNear(hostname: string): boolean {
  if (isLoopback(hostname) || PRIVATE_IPV6.test(hostname)) return true;
  return IPV4.test(hostname) ? PRIVATE_IPV4.test(hostname) : LOCAL_NAME.test(hostname);
}

/** Returns the schema of the section: what is switched on has a place to go to. */
export function createOutgoingSchema(
  mended: (mend: (pasted: string) => string) => (value: string) => string,
) {
  const unquoted = mended((pasted) => pasted.replace(/^["'<]+|["'>]+$/g, '').trim());
  const address = line(MAX_ADDRESS)
    .transform(unquoted)
    .refine((value) => value === '' || isOwnPlace(value), 'not-own-place');
  const minutes = z.union([z.literal(-1), z.literal(0), z.literal(5), z.literal(10)]);
  const schema = z.object({
    phone: z.object({
      way: z.enum(['off', 'ntfy', 'post']),
      server: address,
      topic: line()
        .transform(unquoted)
        .refine((value) => value === '' || TOPIC.test(value), 'not-a-topic'),
      address,
      ready: minutes,
      cancelled: minutes,
      connection: minutes,
    }),
    till: z.object({
      post: z.boolean(),
      address,
      files: z.boolean(),
      folder: line(MAX_ADDRESS).refine((value) => value === '' || ABSOLUTE.test(value), 'not-a-folder'),
      form: z.enum(['tidy', 'received']),
      people: z.boolean(),
    }),
    heartbeat: z.object({ enabled: z.boolean(), address, method: z.enum(['GET', 'POST']) }),
  }) satisfies z.ZodType<OutgoingSettings>;
  return schema.superRefine(({ phone, till, heartbeat }, context) => {
    const needed: readonly (readonly [boolean, string, readonly string[]])[] = [
      [phone.way === 'ntfy', phone.server, ['phone', 'server']],
      [phone.way === 'ntfy', phone.topic, ['phone', 'topic']],
      [phone.way === 'post', phone.address, ['phone', 'address']],
      [till.post, till.address, ['till', 'address']],
      [till.files, till.folder, ['till', 'folder']],
      [heartbeat.enabled, heartbeat.address, ['heartbeat', 'address']],
    ];
    for (const [isOn, value, path] of needed) {
      if (isOn && value === '') context.addIssue({ code: 'custom', message: 'missing', path: [...path] });
    }
  });
}
