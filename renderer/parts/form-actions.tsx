import { Button } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';

export interface FormActionsProps {
  readonly onCancel: () => void;
  /** Why not is said in the form. */
  readonly blocked?: boolean;
  /** Other than to save. */
  readonly submit?: string;
  /** More buttons, before these. */
  readonly children?: React.ReactNode;
}

/** The end of a form in a dialog; in view however long the form is. */
export function FormActions({ onCancel, blocked = false, submit, children }: FormActionsProps) {
  const { t } = useLanguage();
  return (
    <div className="form-actions">
      {children}
      <Button variant="default" onClick={onCancel}>
        {t.app.cancel}
      </Button>
      <Button type="submit" disabled={blocked}>
        {submit ?? t.app.save}
      </Button>
    </div>
  );
}
