import type { JSX, ReactNode } from 'react';
import { assertNever } from '../../shared/result.ts';
import type { System } from '../../shared/system.ts';
import styles from './pin-picture.module.css';
import { TrayPicture } from './tray-picture.tsx';

const WIDTH = 640;
const HEIGHT = 200;
const BAR = 48;
const BAR_TOP = HEIGHT - BAR;

/** Shows where the icon is on this system and how to move it. The numbers match the steps beside the picture. */
export function PinPicture({
  system,
  label,
}: {
  readonly system: System;
  /** What the picture shows, for people who cannot see it. */
  readonly label: string;
}): JSX.Element {
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={label}
    >
      <rect className={styles['desk']} width={WIDTH} height={HEIGHT} />
      <Screen system={system} />
    </svg>
  );
}

function Screen({ system }: { readonly system: System }): JSX.Element {
  switch (system) {
    case 'windows':
      return <WindowsScreen />;
    case 'mac':
      return <MacScreen />;
    case 'linux':
      return <LinuxScreen />;
    default:
      return assertNever(system);
  }
}

function WindowsScreen(): JSX.Element {
  return (
    <>
      <rect className={styles['bar']} y={BAR_TOP} width={WIDTH} height={BAR} />
      <path className={styles['logo']} d="M190 165h9v9h-9zM201 165h9v9h-9zM190 176h9v9h-9zM201 176h9v9h-9z" />
      <Apps x={232} y={164} count={4} />
      <Chevron x={446} y={176} />
      <rect className={styles['drop']} x={470} y={157} width={38} height={38} rx={8} />
      <TrayPicture count={0} health="ok" size={30} x={474} y={161} />
      <Status x={526} y={176} />
      <Clock x={580} y={176} />
      <Popup x={376} y={22} width={140} height={102}>
        <Apps x={392} y={38} count={3} />
        <Apps x={392} y={80} count={2} />
        <TrayPicture count={0} health="ok" size={30} x={469} y={76} />
      </Popup>
      <path className={styles['move']} d="M500 100c34 8 30 38 6 50" />
      <path className={styles['tip']} d="m497 154 14 1-6-13z" />
      <Badge x={446} y={146} number={1} />
      <Badge x={546} y={132} number={2} />
    </>
  );
}

function MacScreen(): JSX.Element {
  return (
    <>
      <rect className={styles['bar']} width={WIDTH} height={40} />
      <circle className={styles['fill']} cx={28} cy={20} r={7} />
      <Words x={50} y={16} widths={[46, 34, 38, 30]} />
      <rect className={styles['drop']} x={410} y={2} width={36} height={36} rx={8} />
      <TrayPicture count={0} health="ok" size={28} x={414} y={6} />
      <Status x={480} y={20} />
      <rect className={styles['line']} x={532} y={13} width={24} height={14} rx={4} />
      <rect className={styles['fill']} x={535} y={16} width={14} height={8} rx={2} />
      <Clock x={576} y={20} />
      <path className={styles['move']} d="M428 50c4 40 80 40 88 8" />
      <path className={styles['tip']} d="m518 48-9 12 15 2z" />
      <Badge x={392} y={58} number={1} />
      <g className={styles['key']}>
        <rect x={440} y={104} width={36} height={34} rx={7} />
        <text x={458} y={128}>
          ⌘
        </text>
      </g>
      <Badge x={496} y={121} number={2} />
      <Window x={70} y={72} />
    </>
  );
}

function LinuxScreen(): JSX.Element {
  return (
    <>
      <rect className={styles['bar']} y={BAR_TOP} width={WIDTH} height={BAR} />
      <circle className={styles['fill']} cx={30} cy={176} r={11} />
      <Apps x={60} y={164} count={4} />
      <rect className={styles['drop']} x={420} y={157} width={38} height={38} rx={8} />
      <TrayPicture count={0} health="ok" size={30} x={424} y={161} />
      <Status x={476} y={176} />
      <Chevron x={538} y={176} />
      <Clock x={566} y={176} />
      <Popup x={474} y={30} width={128} height={88}>
        <Words x={490} y={48} widths={[60]} />
        <Words x={490} y={70} widths={[88]} />
        <Words x={490} y={92} widths={[44]} />
      </Popup>
      <Badge x={439} y={138} number={1} />
      <Badge x={538} y={138} number={2} />
      <Window x={70} y={28} />
    </>
  );
}

function Popup(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}): JSX.Element {
  const { children, ...place } = props;
  return (
    <>
      <rect className={styles['popup']} {...place} rx={10} />
      {children}
    </>
  );
}

type Point = { readonly x: number; readonly y: number };

/** The icons of other programs. */
function Apps({ x, y, count }: Point & { readonly count: number }): JSX.Element {
  return (
    <>
      {Array.from({ length: count }, (_each, index) => (
        <rect
          key={index}
          className={styles['other']}
          x={x + index * 40}
          y={y}
          width={24}
          height={24}
          rx={index % 2 === 0 ? 6 : 12}
        />
      ))}
    </>
  );
}

/** The icons of network and sound. */
function Status({ x, y }: Point): JSX.Element {
  return (
    <g className={styles['line']} transform={`translate(${String(x)} ${String(y)})`}>
      <path d="M-8-3a12 12 0 0 1 16 0M-5 1a7 7 0 0 1 10 0M0 5h.01" />
      <path d="M18-3h4l5-4V7l-5-4h-4zM31-3a5 5 0 0 1 0 6" />
    </g>
  );
}

function Chevron({ x, y }: Point): JSX.Element {
  return <path className={styles['chevron']} d={`M${String(x - 7)} ${String(y + 4)}l7-8 7 8`} />;
}

function Clock({ x, y }: Point): JSX.Element {
  return (
    <text className={styles['clock']} x={x} y={y + 5}>
      12:30
    </text>
  );
}

function Words({ x, y, widths }: Point & { readonly widths: readonly number[] }): JSX.Element {
  return (
    <>
      {widths.map((width, index) => (
        <rect
          key={`${String(width)} ${String(y)}`}
          className={styles['other']}
          x={x + widths.slice(0, index).reduce((sum, each) => sum + each + 14, 0)}
          y={y}
          width={width}
          height={8}
          rx={4}
        />
      ))}
    </>
  );
}

function Window({ x, y }: Point): JSX.Element {
  return (
    <g transform={`translate(${String(x)} ${String(y)})`}>
      <rect className={styles['popup']} width={220} height={104} rx={10} />
      <path className={styles['rule']} d="M0 26h220" />
      <circle className={styles['other']} cx={16} cy={13} r={5} />
      <circle className={styles['other']} cx={32} cy={13} r={5} />
      <Words x={18} y={44} widths={[120]} />
      <Words x={18} y={64} widths={[160]} />
      <Words x={18} y={84} widths={[90]} />
    </g>
  );
}

function Badge({ x, y, number }: Point & { readonly number: number }): JSX.Element {
  return (
    <g className={styles['badge']}>
      <circle cx={x} cy={y} r={13} />
      <text x={x} y={y + 6}>
        {number}
      </text>
    </g>
  );
}
