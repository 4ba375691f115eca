import { useCallback, useState, type JSX } from 'react';

type Announcement = { readonly id: number; readonly text: string };

export type Announcer = {
  /** Read after the screen reader has finished its sentence. */
  readonly polite: Announcement;
  /** Read at once. */
  readonly urgent: Announcement;
  readonly say: (text: string, isUrgent?: boolean) => void;
};

const NOTHING: Announcement = { id: 0, text: '' };

/** Holds the sentences for screen readers; a repeated sentence is read again. */
export function useAnnouncer(): Announcer {
  const [polite, setPolite] = useState(NOTHING);
  const [urgent, setUrgent] = useState(NOTHING);
  const say = useCallback((text: string, isUrgent = false) => {
    const next = (before: Announcement): Announcement => ({ id: before.id + 1, text });
    if (isUrgent) setUrgent(next);
    else setPolite(next);
  }, []);
  return { polite, urgent, say };
}

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
