import type { PhoneSettings } from '../../../shared/settings/outgoing.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import type { PhoneNews } from './phone-plan.ts';

/** More codes than this are counted, not named. */
const MAX_CODES = 10;
/** ntfy's own scale. */
const HIGH = 4;
const MAX = 5;
const USUAL = 3;

export type PhoneRequest = { readonly url: string; readonly body: string };

/** Returns the request that tells a phone: shop, kind and codes, and nothing else. `clock`: a time as people read it. */
export function phoneRequest(
  phone: PhoneSettings,
  id: string,
  news: PhoneNews,
  words: {
    readonly shop: string;
    readonly texts: Texts;
    readonly clock: (iso: string) => string;
    readonly at: string;
  },
): PhoneRequest {
  const { title, text } = phoneWords(news, words);
  if (phone.way === 'post') {
    const { about, kind, codes } = news;
    const data = { shop: words.shop, kind, codes, title, text };
    return {
      url: phone.address,
      body: JSON.stringify({ type: `alert.${about}`, timestamp: words.at, data }),
    };
  }
  return {
    // Published as JSON: headers cannot hold every letter.
    url: phone.server,
    // A newer ntfy shows a repetition in place of the first one.
    body: JSON.stringify({
      topic: phone.topic,
      title,
      message: text,
      priority: priorityOf(news),
      sequence_id: id,
    }),
  };
}

function phoneWords(
  { about, kind, codes, at }: PhoneNews,
  { shop, texts, clock }: Parameters<typeof phoneRequest>[3],
): { readonly title: string; readonly text: string } {
  const words = texts.outgoing.phone;
  const named = [
    ...codes.slice(0, MAX_CODES),
    ...(codes.length > MAX_CODES ? [words.more(codes.length - MAX_CODES)] : []),
  ];
  const what = words.kinds[kind](named.join(', '), codes.length);
  const place = shop === '' ? 'Mostrador' : shop;
  switch (about) {
    case 'unseen':
      return {
        title: what,
        text: kind === 'connection' ? words.outage(place, clock(at)) : words.unseen(place),
      };
    case 'seen':
      return { title: words.seenAt(clock(at)), text: `${place}: ${what}` };
    case 'back':
      return { title: words.back(clock(at)), text: place };
    case 'test':
      return { title: words.test, text: place };
    default:
      return assertNever(about);
  }
}

function priorityOf({ about, kind }: PhoneNews): number {
  if (about !== 'unseen') return USUAL;
  return kind === 'ready' ? HIGH : MAX;
}
