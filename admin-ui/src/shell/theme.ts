import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The product's green; 8 carries white text at 7:1. */
const pine: MantineColorsTuple = [
  '#eef7f4',
  '#d9ede6',
  '#b3dccf',
  '#88c9b6',
  '#6fcbb4',
  '#3f9f86',
  '#2a8570',
  '#1b6d5c',
  '#0e5f52',
  '#0a4a40',
];

/** Neutrals of the dark theme, from text (0) to the deepest ground (9). */
const dark: MantineColorsTuple = [
  '#dfe5e1',
  '#b9c3bd',
  '#98a39d',
  '#66726b',
  '#38423d',
  '#2c3530',
  '#222a26',
  '#171d1a',
  '#121715',
  '#0d110f',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 4 },
  colors: { pine, dark },
  autoContrast: true,
  luminanceThreshold: 0.3,
  // The primary colour is light in the dark theme, where the resolver of Mantine would still put white on it.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' && (input.color ?? 'pine') === 'pine'
      ? { color: 'var(--mantine-primary-color-contrast)' }
      : {}),
  }),
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
});

/** Mantine's soft text colours miss 4.5:1 on white; these reach it on every ground that is used. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56605a',
    '--mantine-color-placeholder': '#66706a',
    '--mantine-color-error': '#a3271b',
    '--mantine-color-anchor': '#0e5f52',
    // Text on the soft ground of a badge or an alert.
    '--mantine-color-green-light-color': '#1b5e2b',
    '--mantine-color-teal-light-color': '#065f44',
    '--mantine-color-cyan-light-color': '#0b5a68',
    '--mantine-color-blue-light-color': '#134f87',
    '--mantine-color-red-light-color': '#a01f1f',
    '--mantine-color-orange-light-color': '#8a2d08',
    '--mantine-color-yellow-light-color': '#744000',
    '--mantine-color-lime-light-color': '#3a5f07',
    '--intramura-ground': '#f7f8f6',
    '--intramura-nav': '#eff2ee',
    '--intramura-mark': '#fdf0b8',
  },
  dark: {
    '--mantine-color-dimmed': '#a6b0a9',
    '--mantine-color-placeholder': '#98a39d',
    '--mantine-color-error': '#ff9c8f',
    '--mantine-color-anchor': '#6fcbb4',
    '--intramura-ground': '#121715',
    '--intramura-nav': '#171d1a',
    '--intramura-mark': '#4f4415',
  },
});
