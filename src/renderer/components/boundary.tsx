import { Component, type JSX, type ReactNode } from 'react';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { reportFailure } from '../report-failure.ts';
import { useShop } from '../shop-context.ts';
import { Button } from './button.tsx';
import styles from './boundary.module.css';

type BoundaryProps = {
  readonly api: MostradorApi;
  /** Names this part of the page in the log. */
  readonly where: string;
  /** Identifies what is drawn. When it changes after a failure, the children are drawn again. */
  readonly of?: string | undefined;
  /** Drawn instead of the failed children. A function receives a callback that tries again. */
  readonly fallback: ReactNode | ((again: () => void) => ReactNode);
  readonly children: ReactNode;
};

type BoundaryState = { readonly hasFailed: boolean; readonly of: string | undefined };

/**
 * Draws its children, or the fallback after one of them failed to render. The failure goes to main's log. React
 * supports this only in a class.
 */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { hasFailed: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ of }: BoundaryProps, before: BoundaryState): BoundaryState | null {
    return of === before.of ? null : { hasFailed: false, of };
  }

  override componentDidCatch(error: unknown): void {
    reportFailure(this.props.api, this.props.where, error);
  }

  override render(): ReactNode {
    const { children, fallback } = this.props;
    if (!this.state.hasFailed) return children;
    return typeof fallback === 'function' ? fallback(() => this.setState({ hasFailed: false })) : fallback;
  }
}

/** A part of a page: when it fails to render, the rest of the page still works. */
export function Part(props: {
  readonly where: string;
  readonly of?: string;
  /** Drawn after a failure. Default: a sentence and a button to try again. null: nothing. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  const { where, of, fallback, children } = props;
  const { api, texts } = useShop();
  const sentence = (again: () => void): JSX.Element => (
    <p className={styles['failed']} role="alert">
      {texts.page.partFailed} <Button onClick={again}>{texts.page.again}</Button>
    </p>
  );
  return (
    <Boundary api={api} where={where} of={of} fallback={fallback === undefined ? sentence : fallback}>
      {children}
    </Boundary>
  );
}
