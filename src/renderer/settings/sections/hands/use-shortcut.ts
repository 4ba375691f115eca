import { useState } from 'react';
import { shortcutWords, type ShortcutView } from '../../../../shared/settings/shortcut.ts';
import { systemOf } from '../../../../shared/system.ts';
import { createLive, useLive } from '../../../live.ts';
import { useShop } from '../../../shop-context.ts';

/** Loads the global shortcut and changes it. `message`: why the last change was refused; empty: it was not. */
export function useShortcut(): {
  readonly view: ShortcutView | null;
  readonly message: string;
  readonly say: (message: string) => void;
  readonly set: (keys: string) => Promise<void>;
} {
  const { api, texts, platform } = useShop();
  const words = texts.hands.shortcut.outcomes;
  const [message, say] = useState('');
  const { state, live } = useLive<ShortcutView>(() =>
    createLive({
      read: () => api['shortcut:read'](),
      listen: (apply) => api.on('shortcut:changed', (next) => apply(() => next)),
    }),
  );
  const set = async (keys: string): Promise<void> => {
    const outcome = await api['shortcut:set']({ keys }).catch(() => 'not-saved' as const);
    say(outcome === 'done' ? '' : words[outcome](shortcutWords(keys, systemOf(platform))));
    await live.reload();
  };
  return { view: state.phase === 'ready' ? state.value : null, message, say, set };
}
