// Catches a fault of ours while drawing, so that one broken screen does not take the rest along. What was saved is saved.

import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly shown: (again: () => void, error: Error) => ReactNode };

export class FaultBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return this.props.shown(() => this.setState({ error: null }), this.state.error);
  }
}
