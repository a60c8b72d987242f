import {
  type CSSVariablesResolver,
  createTheme,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';
import type { Texts } from '../texts/en.ts';

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 6 },
  colors: {
    dark: [
      '#e9ebef',
      '#b9bec9',
      '#8f96a3',
      '#757c88',
      '#434852',
      '#343840',
      '#24272c',
      '#1c1e22',
      '#16181b',
      '#0f1012',
    ],
    brand: [
      '#eef0fd',
      '#dce1fb',
      '#bac5f7',
      '#9caaf3',
      '#7a8cec',
      '#6075e2',
      '#4a5fd0',
      '#3d50b8',
      '#3342a0',
      '#283584',
    ],
  },
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: {
      defaultProps: {
        multiline: true,
        maw: 300,
        withArrow: true,
        openDelay: 120,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', withinPortal: true } },
    Modal: {
      defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.4 } },
    },
    Switch: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
  },
});

/** The theme in a language: what Mantine draws by itself must be called something. */
export function themeIn({ app }: Pick<Texts, 'app'>): MantineThemeOverride {
  const Notification = { defaultProps: { closeButtonProps: { 'aria-label': app.close } } };
  return mergeThemeOverrides(theme, { components: { Notification } });
}

/** Mantine's own tokens follow ours (`tokens.css`), so that one place settles every colour. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-brand-light': 'var(--accent-soft)',
    '--mantine-color-brand-light-color': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-disabled-color': 'var(--disabled)',
  };
  return { variables: {}, light: shared, dark: shared };
};
