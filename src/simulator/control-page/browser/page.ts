import type { About, ControlState } from '../../control/control-state.ts';
import type { PageTexts } from '../page-texts-es.ts';
import type { Format } from './format.ts';
import type { Posted } from './simulator-api.ts';

/** What every part of the page uses. */
export type Page = {
  readonly texts: PageTexts;
  readonly format: Format;
  readonly about: About;
  /** The last state from the simulator. */
  readonly state: () => ControlState;
  /** Id of the chosen order. */
  readonly selected: () => string | null;
  readonly select: (orderId: string) => void;
  readonly showMore: () => void;
  /** Runs an action, reads the new state and returns the result. Shows an error and returns null when it fails. */
  readonly act: (path: string, body?: object) => Promise<Posted['answer'] | null>;
  /** Shows a message for a moment. */
  readonly say: (text: string, isBad?: boolean) => void;
};

export type Part = {
  /** Draws again when its data has changed; `isForced`: always. */
  readonly draw: (isForced?: boolean) => void;
};
