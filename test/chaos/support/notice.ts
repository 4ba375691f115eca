import { textsFor } from '../../../src/shared/texts/texts.ts';

const { alerts: words } = textsFor('es');

/** One notification as the desktop received it. */
export type RawNotice = { readonly title: string; readonly body: string };

/** What a notification means. */
export type Notice =
  | { readonly kind: 'single'; readonly about: Told }
  /** Stands for several alerts, or for those that were unseen when the app started. */
  | { readonly kind: 'digest'; readonly count: number; readonly about: readonly Told[] }
  | { readonly kind: 'other'; readonly title: string };

/** A digest names some alerts by their code alone. */
export type Told = { readonly code: string; readonly what: 'ready' | 'cancelled' | 'ready-or-cancelled' };

/** Returns what a notification means; the codes of these tests have five digits. */
export function readNotice({ title, body }: RawNotice): Notice {
  const [code] = codesIn(title);
  if (code !== undefined) {
    if (title === words.readyTitle(code)) return { kind: 'single', about: { code, what: 'ready' } };
    if (title === words.cancelledTitle(code) || title === words.cancelledAfterTitle(code)) {
      return { kind: 'single', about: { code, what: 'cancelled' } };
    }
  }
  const count = Number.parseInt(title, 10);
  if (title === words.unseenTitle(count)) {
    return { kind: 'digest', count, about: body.split('\n').flatMap(readLine) };
  }
  return { kind: 'other', title };
}

function readLine(line: string): readonly Told[] {
  return codesIn(line).map((code) => ({
    code,
    what: line === words.cancelledTitle(code) ? 'cancelled' : 'ready-or-cancelled',
  }));
}

function codesIn(text: string): readonly string[] {
  return text.match(/\b\d{5}\b/g) ?? [];
}
