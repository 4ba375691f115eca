import { assertNever } from '../../../shared/result.ts';
import { own } from '../../../shared/own.ts';

export type ListMove = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';

export type KeyAction =
  | { readonly kind: 'move'; readonly move: ListMove }
  | {
      readonly kind: 'type';
      readonly text: string;
      readonly scanned?: string | null;
      readonly goesOn?: boolean;
    }
  | { readonly kind: 'erase' | 'open' | 'seen' | 'hand-over' | 'undo' }
  | { readonly kind: 'refresh' | 'focus-search' | 'help' | 'escape' };

/** Where the focus was when the key was pressed: a field, a button or tab, the open detail, or anywhere else. */
export type KeyPlace = 'field' | 'control' | 'detail' | 'page';

export type Key = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
};

const MOVES: Readonly<Record<string, ListMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** Returns what a key means in the counter; null leaves the key to the browser. */
export function keyAction({ key, ctrl, alt }: Key, place: KeyPlace): KeyAction | null {
  if (alt) return null;
  if (key === 'F5' || (ctrl && key.toLowerCase() === 'r')) return { kind: 'refresh' };
  if (ctrl) return controlAction(key.toLowerCase(), place);
  if (key === 'Escape') return { kind: 'escape' };
  const move = own(MOVES, key);
  if (place === 'field') return fieldAction(key, move);
  if (move !== undefined) return moveAction(move, place);
  switch (key) {
    case 'Backspace':
      return { kind: 'erase' };
    case '?':
      return { kind: 'help' };
    case '/':
      return { kind: 'focus-search' };
    case 'v':
    case 'V':
      return { kind: 'seen' };
    case 'e':
    case 'E':
      return { kind: 'hand-over' };
    case ' ':
      return place === 'page' ? { kind: 'seen' } : null;
    case 'Enter':
      return place === 'page' ? { kind: 'open' } : null;
    default:
      return isCharacter(key) ? { kind: 'type', text: key } : null;
  }
}

/** Returns true for a key that types a character; other keys have names. */
export function isCharacter(key: string): boolean {
  return /^.$/u.test(key);
}

function controlAction(key: string, place: KeyPlace): KeyAction | null {
  if (key === 'f') return { kind: 'focus-search' };
  // In a field, Ctrl+Z undoes typing.
  return key === 'z' && place !== 'field' ? { kind: 'undo' } : null;
}

/** In the search box: only the keys that a one-line field does not use itself. */
function fieldAction(key: string, move: ListMove | undefined): KeyAction | null {
  if (key === 'Enter') return { kind: 'open' };
  if (move === 'up' || move === 'down' || move === 'page-up' || move === 'page-down') {
    return { kind: 'move', move };
  }
  return null;
}

/** Tabs use Home and End themselves; the detail scrolls with all of them. */
function moveAction(move: ListMove, place: KeyPlace): KeyAction | null {
  if (place === 'detail') return null;
  if (place === 'control' && (move === 'first' || move === 'last')) return null;
  return { kind: 'move', move };
}

/** Returns the index of the row after a move; `pageSize` is the number of rows that fit on the screen. */
export function moveIndex(move: ListMove, from: number, count: number, pageSize: number): number {
  const last = count - 1;
  const page = Math.max(1, pageSize - 1);
  switch (move) {
    case 'up':
      return Math.max(0, from - 1);
    case 'down':
      return Math.min(last, from + 1);
    case 'page-up':
      return Math.max(0, from - page);
    case 'page-down':
      return Math.min(last, from + page);
    case 'first':
      return 0;
    case 'last':
      return last;
    default:
      return assertNever(move);
  }
}
