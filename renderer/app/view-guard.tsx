import { Component } from 'react';

export interface ViewGuardProps {
  readonly children: React.ReactNode;
  /** Another place gets another try. */
  readonly place: string;
  /** Told in place of the view that broke. */
  readonly fallback: (error: Error) => React.ReactNode;
}

interface ViewGuardState {
  readonly error: Error | null;
}

/** A defect in one view leaves the frame and the other views standing. React offers this to classes only. */
export class ViewGuard extends Component<ViewGuardProps, ViewGuardState> {
  override state: ViewGuardState = { error: null };

  static getDerivedStateFromError(error: unknown): ViewGuardState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate({ place }: ViewGuardProps): void {
    if (place !== this.props.place && this.state.error !== null) this.setState({ error: null });
  }

  override render(): React.ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : this.props.fallback(error);
  }
}
