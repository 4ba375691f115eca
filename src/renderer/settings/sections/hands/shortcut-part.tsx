import { useState, type JSX } from 'react';
import { shortcutWords, type ShortcutView } from '../../../../shared/settings/shortcut.ts';
import { systemOf } from '../../../../shared/system.ts';
import { Button } from '../../../components/button.tsx';
import { useShop } from '../../../shop-context.ts';
import styles from './hands-section.module.css';
import { KeyRecorder } from './key-recorder.tsx';
import { createLive, useLive } from '../../../live.ts';

/** The keys that work in every program: which, whether they work, and how to choose others. */
export function ShortcutPart(): JSX.Element {
  const { texts, platform } = useShop();
  const words = texts.hands.shortcut;
  const { view, message, set, say } = useShortcut();
  const system = systemOf(platform);
  return (
    <div className={styles['part']} data-field>
      <h3>{words.title}</h3>
      <p className={styles['soft']}>{words.intro}</p>
      {view !== null && (
        <div className={styles['row']}>
          <span>{words.keys}:</span>
          <span className={styles['keys']}>
            {view.keys === '' ? words.none : shortcutWords(view.keys, system)}
          </span>
          <KeyRecorder
            label={view.keys === '' ? words.record : words.recordOther}
            system={system}
            onKeys={(keys) => void set(keys)}
            onFault={(fault) => say(fault === null ? '' : words.faults[fault])}
          />
          {view.keys !== '' && (
            <Button kind="quiet" onClick={() => void set('')}>
              {words.remove}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={message === '' ? undefined : styles['bad']}>
        {message}
      </p>
      {view !== null && <State view={view} />}
    </div>
  );
}

function State({ view }: { readonly view: ShortcutView }): JSX.Element {
  const words = useShop().texts.hands.shortcut;
  const tone = { off: undefined, taken: styles['bad'], unproven: undefined, proven: styles['good'] };
  return (
    <>
      <p role="status" className={tone[view.state]}>
        {words.states[view.state]}
      </p>
      {view.isWayland && view.state !== 'proven' && <p className={styles['soft']}>{words.wayland}</p>}
    </>
  );
}

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
