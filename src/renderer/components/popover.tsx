import { useEffect, useId, useState, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { own } from '../../shared/own.ts';
import styles from './popover.module.css';

/** The props that the button which opens the popover must have. */
export type PopoverButton = {
  readonly popoverTarget: string;
  readonly 'aria-expanded': boolean;
  readonly onClick: (event: { readonly preventDefault: () => void }) => void;
};

/** For each key, the function that returns the index to move to among `count` buttons. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};
const LINE_PX = 40;

/**
 * A button and the box that it opens over the page, at its left or right edge. The browser closes the box on a click
 * elsewhere. Escape closes it too and returns the focus to the button. Arrow keys move inside the open box.
 */
export function Popover(props: {
  readonly className?: string | undefined;
  readonly boxClassName: string | undefined;
  readonly edge: 'left' | 'right';
  readonly role: 'group' | 'region';
  readonly label: string;
  readonly renderButton: (button: PopoverButton) => JSX.Element;
  readonly children: (close: () => void) => ReactNode;
}): JSX.Element {
  const { className, boxClassName, edge, role, label, renderButton, children } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const anchorName = `--${id.replaceAll(/\W/g, '')}`;

  useEffect(() => {
    if (!isOpen) return;
    // Without the browser's popover support the box is shown in the normal flow of the page.
    const box = document.getElementById(id);
    if ('showPopover' in HTMLElement.prototype) box?.showPopover();
    box?.querySelector('button')?.focus();
  }, [id, isOpen]);

  const close = (): void => {
    document.querySelector<HTMLElement>(`[popovertarget="${id}"]`)?.focus();
    setOpen(false);
  };
  const hear = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const step = own(STEPS, event.key);
    if (event.key !== 'Escape' && step === undefined) return;
    event.preventDefault();
    if (step === undefined) close();
    else move(document.getElementById(id), event.key, step);
  };

  return (
    <div className={className} style={{ anchorName }} onKeyDown={hear}>
      {renderButton({
        popoverTarget: id,
        'aria-expanded': isOpen,
        onClick: (event) => {
          // Rendering the box opens it. `popoverTarget` only makes the browser not treat a click on this button as one
          // outside.
          event.preventDefault();
          if (isOpen) close();
          else setOpen(true);
        },
      })}
      {isOpen && (
        <div
          id={id}
          popover="auto"
          className={`${styles['box']} ${boxClassName}`}
          data-edge={edge}
          style={{ positionAnchor: anchorName }}
          role={role}
          aria-label={label}
          onToggle={({ newState }) => {
            if (newState === 'closed') setOpen(false);
          }}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** Moves the focus to another button; scrolls a box that has no buttons. */
function move(box: HTMLElement | null, key: string, step: (at: number, count: number) => number): void {
  const buttons = [...(box?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((one) => one === document.activeElement);
  if (buttons.length > 0) buttons[step(at, buttons.length)]?.focus();
  else box?.scrollBy({ top: key === 'ArrowUp' || key === 'Home' ? -LINE_PX : LINE_PX });
}
