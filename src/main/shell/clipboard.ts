import { clipboard } from 'electron';

/** Puts a text where the person can paste it from. */
export function copyText(text: string): void {
  void clipboard.writeText(text);
}
