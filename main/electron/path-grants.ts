import { dirname, isAbsolute, type PlatformPath, resolve } from 'node:path';

/** Paths that a person named in this session: chosen in a dialog, dropped, opened with, or agreed to. */
export interface PathGrants {
  grant(paths: readonly string[]): void;
  /** A granted folder includes what lies in it. */
  allows(path: string): boolean;
}

type PathRules = Pick<PlatformPath, 'dirname' | 'isAbsolute' | 'resolve'>;

/** By the rules of this system, unless those of another are given. */
export function createPathGrants(rules: PathRules = { dirname, isAbsolute, resolve }): PathGrants {
  const granted = new Set<string>();
  return {
    grant(paths) {
      for (const path of paths) if (rules.isAbsolute(path)) granted.add(rules.resolve(path));
    },
    allows(path) {
      if (!rules.isAbsolute(path)) return false;
      return selfAndAbove(rules.resolve(path), rules).some((one) => granted.has(one));
    },
  };
}

/** Up to the root of the drive or share, which alone ends with a separator. */
function selfAndAbove(path: string, rules: PathRules): readonly string[] {
  const above = rules.dirname(path);
  return above === path ? [path] : [path, ...selfAndAbove(above, rules)];
}
