import { useId, type JSX } from 'react';
import styles from './page-picture.module.css';

/** A place that the picture points at, with its number in the list of clicks. */
type Mark = { readonly number: number };

export type PagePictureProps = {
  /** What the picture shows, for people who cannot see it. */
  readonly title: string;
  readonly address: { readonly text: string; readonly mark: Mark | null };
  /** The menu at the side, with the entry that is open. */
  readonly menu: readonly string[];
  readonly open: number;
  /** Boxes of the page: a name, what stands in it, and its button. */
  readonly boxes: readonly {
    readonly name: string;
    readonly value: string;
    readonly button: string | null;
    readonly mark: Mark | null;
  }[];
};

const WIDTH = 400;
const BAR = 34;
const MENU = 116;
const BOX = 62;

/** A drawing of a page of the web: what to look for, not how it looks in every detail. */
export function PagePicture({ title, address, menu, open, boxes }: PagePictureProps): JSX.Element {
  const id = useId();
  const height = BAR + Math.max(menu.length * 26 + 20, boxes.length * BOX + 14);
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      <rect className={styles['page']} x="1" y="1" width={WIDTH - 2} height={height - 2} rx="8" />
      <path
        className={styles['line']}
        d={`M1 ${String(BAR)}H${String(WIDTH - 1)}M${String(MENU)} ${String(BAR)}V${String(height - 1)}`}
      />
      <circle className={styles['dot']} cx="14" cy="17" r="4" />
      <circle className={styles['dot']} cx="27" cy="17" r="4" />
      <rect
        className={address.mark === null ? styles['field'] : styles['chosen']}
        x="40"
        y="7"
        width={WIDTH - 52}
        height="20"
        rx="10"
      />
      <text className={styles['small']} x="52" y="21">
        {address.text}
      </text>
      {address.mark !== null && <Badge number={address.mark.number} x={WIDTH - 24} y={17} />}
      {menu.map((entry, index) => (
        <g key={entry}>
          {index === open && (
            <rect
              className={styles['open']}
              x="6"
              y={BAR + 8 + index * 26}
              width={MENU - 12}
              height="24"
              rx="5"
            />
          )}
          <text
            className={index === open ? styles['strong'] : styles['soft']}
            x="13"
            y={BAR + 24 + index * 26}
          >
            {entry}
          </text>
        </g>
      ))}
      {boxes.map((box, index) => (
        <Box key={box.name} box={box} y={BAR + 10 + index * BOX} />
      ))}
    </svg>
  );
}

function Box({
  box,
  y,
}: {
  readonly box: PagePictureProps['boxes'][number];
  readonly y: number;
}): JSX.Element {
  const { name, value, button, mark } = box;
  const left = MENU + 12;
  const width = WIDTH - left - 12;
  const buttonWidth = button === null ? 0 : button.length * 6.2 + 22;
  return (
    <g>
      <text className={styles['strong']} x={left} y={y + 12}>
        {name}
      </text>
      <rect
        className={mark === null ? styles['field'] : styles['chosen']}
        x={left}
        y={y + 19}
        width={width - (button === null ? 0 : buttonWidth + 6)}
        height="28"
        rx="5"
      />
      <text className={styles['small']} x={left + 9} y={y + 37}>
        {value}
      </text>
      {button !== null && (
        <>
          <rect
            className={styles['button']}
            x={left + width - buttonWidth}
            y={y + 19}
            width={buttonWidth}
            height="28"
            rx="5"
          />
          <text className={styles['onButton']} x={left + width - buttonWidth / 2} y={y + 37}>
            {button}
          </text>
        </>
      )}
      {mark !== null && <Badge number={mark.number} x={WIDTH - 20} y={y + 8} />}
    </g>
  );
}

function Badge({
  number,
  x,
  y,
}: {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}): JSX.Element {
  return (
    <g>
      <circle className={styles['badge']} cx={x} cy={y} r="10" />
      <text className={styles['onBadge']} x={x} y={y + 4.5}>
        {number}
      </text>
    </g>
  );
}
