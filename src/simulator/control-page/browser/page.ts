import type { About, ControlState } from '../../control-state.ts';
import type { PageTexts } from '../page-texts-es.ts';
import type { Format } from './format.ts';
import type { Posted } from './simulator-api.ts';

/** What every part of the page stands on. */
export type Page = {
  readonly texts: PageTexts;
  readonly format: Format;
  readonly about: About;
  /** What the simulator said last. */
  readonly state: () => ControlState;
  /** Id of the chosen order. */
  readonly selected: () => string | null;
  readonly select: (orderId: string) => void;
  readonly showMore: () => void;
  /** Does something and reads what became of it. What fails is said; null then. */
  readonly act: (path: string, body?: object) => Promise<Posted['answer'] | null>;
  /** Tells a person something for a moment. */
  readonly say: (text: string, isBad?: boolean) => void;
};

export type Part = {
  /** Draws when what it shows has changed; `isForced`: whatever has. */
  readonly draw: (isForced?: boolean) => void;
};
