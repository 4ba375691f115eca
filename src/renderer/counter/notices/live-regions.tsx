import type { JSX } from 'react';
import type { Announcer } from './use-announcer.ts';

/** Live regions for screen readers only. A new key makes a repeated sentence new, so that it is read again. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }): JSX.Element {
  const { polite, urgent } = announcer;
  return (
    <div className="hidden-text">
      <div aria-live="polite">
        <p key={polite.id}>{polite.text}</p>
      </div>
      <div aria-live="assertive">
        <p key={urgent.id}>{urgent.text}</p>
      </div>
    </div>
  );
}
