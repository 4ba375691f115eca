import type { JSX, ReactNode } from 'react';
import styles from './icons.module.css';

function Icon({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <svg className={styles['icon']} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function RefreshIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M20 11a8 8 0 1 0-2.3 6.7" />
      <path d="M20 5v6h-6" />
    </Icon>
  );
}

export function SettingsIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2.2" />
      <circle cx="9" cy="17" r="2.2" />
    </Icon>
  );
}

export function SearchIcon(): JSX.Element {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </Icon>
  );
}

export function CloseIcon(): JSX.Element {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  );
}

export function CheckIcon(): JSX.Element {
  return (
    <Icon>
      <path d="m4.5 12.5 5 5 10-11" />
    </Icon>
  );
}

export function ClockIcon(): JSX.Element {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </Icon>
  );
}

export function QuestionIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M8.5 8.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.8M12 18.5h.01" />
    </Icon>
  );
}

/** A bag that leaves the shop. */
export function BagIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M5.5 8.5h13l1 11.5h-15l1-11.5Z" />
      <path d="M9 11V7.5a3 3 0 0 1 6 0V11" />
    </Icon>
  );
}

export function UndoIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M9 5 4.5 9.5 9 14" />
      <path d="M4.5 9.5H14a5 5 0 0 1 0 10h-3" />
    </Icon>
  );
}

export function StopIcon(): JSX.Element {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m6 6 12 12" />
    </Icon>
  );
}

export function BellIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 21h4" />
    </Icon>
  );
}

export function BellOffIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M6 16.5V11c0-.9.2-1.8.6-2.5M9 5.8A6 6 0 0 1 18 11v3M15.5 18h-11L6 16.5M10 21h4M4 3l16 18" />
    </Icon>
  );
}

export function PlayIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M8 5.5v13l10.5-6.5L8 5.5Z" />
    </Icon>
  );
}

export function LogIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
    </Icon>
  );
}

export function ChartIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M4 20h16M7 16v-5M12 16V5M17 16v-8" />
    </Icon>
  );
}

export function KeyboardIcon(): JSX.Element {
  return (
    <Icon>
      <rect x="3" y="6" width="18" height="12" rx="2" />
      <path d="M7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M8 14h8" />
    </Icon>
  );
}

export function PrinterIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M7 9V4h10v5M7 17H4.5V9h15v8H17" />
      <path d="M7 14h10v6H7z" />
    </Icon>
  );
}

export function CopyIcon(): JSX.Element {
  return (
    <Icon>
      <rect x="8" y="8" width="12" height="12" rx="2" />
      <path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2" />
    </Icon>
  );
}

/** Leads out of the app, to the browser. */
export function OutsideIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M14 5h5v5M19 5l-8 8" />
      <path d="M17 14v5H5V7h5" />
    </Icon>
  );
}
