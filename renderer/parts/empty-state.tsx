export interface EmptyStateProps {
  readonly icon: React.ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly children?: React.ReactNode;
}

/** What a list says when it holds nothing: why, and the next step. */
export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <div className="empty-icon" aria-hidden>
        {icon}
      </div>
      <div className="empty-title">{title}</div>
      {hint && <div className="empty-hint">{hint}</div>}
      {children && <div className="empty-actions">{children}</div>}
    </div>
  );
}
