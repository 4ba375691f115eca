import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';

/**
 * A dialog over the page for as long as it is drawn. `onEnd`: somebody wants it gone (Escape); whoever draws it takes it
 * away. A dialog tells of its end only later: what such news finds open again stays open.
 */
export function Modal(props: {
  readonly className: string | undefined;
  /** The id of its title. */
  readonly titleId: string;
  readonly onEnd: () => void;
  readonly children: ReactNode;
}): JSX.Element {
  const { className, titleId, onEnd, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onEnd();
      }}
      onClose={() => {
        if (dialog.current?.open === false) onEnd();
      }}
    >
      {children}
    </dialog>
  );
}
