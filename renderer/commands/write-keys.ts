const MAC_SIGNS: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧' };
const SIGNS: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift' };

/** A shortcut as keyboards show it: `mod+k` is `Ctrl K`, on a Mac `⌘ K`. */
export function writeKeys(
  shortcut: string,
  { mac, keys }: { readonly mac: boolean; readonly keys: Readonly<Record<string, string>> },
): string {
  return shortcut
    .split(/[ +]/)
    .map(
      (part) =>
        (mac ? MAC_SIGNS[part] : undefined) ?? keys[part] ?? SIGNS[part] ?? part.toUpperCase(),
    )
    .join(' ');
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
