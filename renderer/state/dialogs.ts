import { createStore } from 'zustand/vanilla';

export type Dialog =
  | { readonly kind: 'watch-folder'; readonly folderId: string | null }
  | { readonly kind: 'publish-target'; readonly targetId: string | null }
  | {
      readonly kind: 'publish';
      readonly mediaIds: readonly string[];
      readonly targetId: string | null;
    }
  | { readonly kind: 'import-path' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' };

/** At most one dialog stands over the page. */
export interface Dialogs {
  readonly open: Dialog | null;
  show(dialog: Dialog): void;
  /** Only that one, where it is told: what ends late must not close another. */
  close(which?: Dialog): void;
}

export function createDialogs() {
  return createStore<Dialogs>()((set) => ({
    open: null,
    show: (open) => set({ open }),
    close: (which) =>
      set(({ open }) => (which === undefined || which === open ? { open: null } : {})),
  }));
}
