import { clipboard } from 'electron';

/** Copies a text to the clipboard. */
export function copyText(text: string): void {
  void clipboard.writeText(text);
}
