import { isAbsolute, resolve, sep } from 'node:path';

/** Paths that a person named in this session: chosen in a dialog, dropped, opened with, or agreed to. */
export interface PathGrants {
  grant(paths: readonly string[]): void;
  /** A granted folder includes what lies in it. */
  allows(path: string): boolean;
}

export function createPathGrants(): PathGrants {
  const granted = new Set<string>();
  return {
    grant(paths) {
      for (const path of paths) if (isAbsolute(path)) granted.add(resolve(path));
    },
    allows(path) {
      if (!isAbsolute(path)) return false;
      return ancestorsOf(resolve(path)).some((one) => granted.has(one));
    },
  };
}

/** The path itself and every folder above it. */
function ancestorsOf(path: string): readonly string[] {
  const parts = path.split(sep);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(sep) || sep);
}
