import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import styles from './modal.module.css';

/**
 * A dialog over the page for as long as it is rendered. It calls `onEnd` when the user closes it (Escape); the parent
 * then stops rendering it. The browser sends the close event late: when the dialog is open again by then, the event is
 * ignored.
 */
export function Modal(props: {
  readonly className?: string | undefined;
  readonly isWide?: boolean;
  /** The id of its title. */
  readonly titleId: string;
  readonly onEnd: () => void;
  readonly children: ReactNode;
}): JSX.Element {
  const { className = '', isWide = false, titleId, onEnd, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing returns the focus to the element that had it.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles['dialog']} ${className}`}
      data-wide={isWide ? 'true' : undefined}
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
