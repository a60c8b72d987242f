import { Loader } from '@mantine/core';

/** Something takes a while, and says what. */
export function Busy({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className="busy" role="status">
      <Loader size={16} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
