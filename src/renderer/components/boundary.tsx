import { Component, type JSX, type ReactNode } from 'react';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { reportFailure } from '../report-failure.ts';
import { useShop } from '../shop-context.ts';
import { Button } from './button.tsx';
import styles from './boundary.module.css';

type BoundaryProps = {
  readonly api: MostradorApi;
  /** What it is, for the log. */
  readonly where: string;
  /** Of what it is drawn; of another, it is tried anew. */
  readonly of?: string | undefined;
  /** Stands in the place of what failed; may be told how to try it once more. */
  readonly fallback: ReactNode | ((again: () => void) => ReactNode);
  readonly children: ReactNode;
};

type BoundaryState = { readonly hasFailed: boolean; readonly of: string | undefined };

/**
 * Draws its children, and something else in their place once one of them cannot be drawn; that is logged by main. Only a
 * class can do this in React.
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

/** A part of a page that costs only itself when it cannot be drawn. */
export function Part(props: {
  readonly where: string;
  readonly of?: string;
  /** Stands in its place; a sentence and a button when not given, nothing when null. */
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
