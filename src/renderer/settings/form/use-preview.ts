import { useState } from 'react';
import type { ToneId } from '../../../shared/settings/alert-settings.ts';
import { useShop } from '../../shop-context.ts';

export type Preview = {
  /** The result of the last preview; null before the first. */
  readonly said: { readonly sentence: string; readonly isFine: boolean } | null;
  readonly isBusy: boolean;
  readonly play: (tone: ToneId, volume: number) => void;
};

/** Plays a tone at the volume in the form, and says whether it worked. */
export function usePreview(): Preview {
  const { api, texts } = useShop();
  const [said, setSaid] = useState<Preview['said']>(null);
  const [isBusy, setBusy] = useState(false);
  const play = (tone: ToneId, volume: number): void => {
    if (isBusy) return;
    setBusy(true);
    api['sound:preview']({ tone, volume })
      .then((check) =>
        setSaid({ sentence: texts.sound.tested(check, texts.health), isFine: check.state === 'ok' }),
      )
      .catch(() => {
        const { sentence, remedy } = texts.health['sound-failed'](null);
        setSaid({ sentence: `${sentence} ${remedy}`, isFine: false });
      })
      .finally(() => setBusy(false));
  };
  return { said, isBusy, play };
}
