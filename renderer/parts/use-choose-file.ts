import { useFileDialog } from '@mantine/hooks';

/** Opens the file dialog for one file; `accept` as in HTML. */
export function useChooseFile(accept: string, take: (file: File) => void): () => void {
  const { open } = useFileDialog({
    accept,
    multiple: false,
    resetOnOpen: true,
    onChange: (files) => {
      const file = files?.[0];
      if (file !== undefined) take(file);
    },
  });
  return open;
}
