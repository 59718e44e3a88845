/** Both colour schemes, type and density; the only file that knows a hexadecimal number. */
// With CSS variables on, every theme has `vars`: styles read `theme.vars.palette`.
import type {} from '@mui/material/themeCssVarsAugmentation'
import { createTheme } from '@mui/material/styles'

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif'

const FORCED = '@media (forced-colors: active)'

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-color-scheme="%s"]' },
  colorSchemes: {
    light: {
      palette: {
        background: { default: '#f3f5f7', paper: '#ffffff' },
        text: { primary: '#17212b', secondary: '#50606f', disabled: '#5b6b7a' },
        divider: '#d6dde4',
        primary: { main: '#0b5fa5', contrastText: '#ffffff' },
        // In error.
        error: { main: '#b3261e', contrastText: '#ffffff' },
        // Waiting.
        warning: { main: '#855100', contrastText: '#ffffff' },
        // Running.
        info: { main: '#00677a', contrastText: '#ffffff' },
        // Set aside.
        secondary: { main: '#6a3ea1', contrastText: '#ffffff' },
        success: { main: '#2c6b2f', contrastText: '#ffffff' },
        action: { hover: 'rgba(11, 95, 165, 0.06)', selected: 'rgba(11, 95, 165, 0.11)' },
      },
    },
    dark: {
      palette: {
        background: { default: '#10151b', paper: '#181f27' },
        text: { primary: '#e4eaf0', secondary: '#a3b3c2', disabled: '#94a5b5' },
        divider: '#2d3843',
        primary: { main: '#7dbbf5', contrastText: '#0c1620' },
        error: { main: '#ff8f85', contrastText: '#2b0705' },
        warning: { main: '#f2bd6c', contrastText: '#2a1a00' },
        info: { main: '#74d3e3', contrastText: '#00252c' },
        secondary: { main: '#cbaaf2', contrastText: '#20103a' },
        success: { main: '#8fd18f', contrastText: '#06240a' },
        action: { hover: 'rgba(125, 187, 245, 0.08)', selected: 'rgba(125, 187, 245, 0.16)' },
      },
    },
  },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: SYSTEM_FONT,
    fontSize: 14,
    h6: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.4 },
    subtitle1: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
    subtitle2: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: '0.875rem', lineHeight: 1.45 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 500 },
  },
  transitions: {
    duration: { enteringScreen: 120, leavingScreen: 90, short: 120, shorter: 100, standard: 150, complex: 180 },
  },
  components: {
    // Where colours are forced there are no grounds and no shadows: a dialog, a menu or a message has an edge.
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none', [FORCED]: { border: '1px solid CanvasText' } } } },
    // Without ripples the focus needs a ring of its own; what cannot be pressed now must look so.
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: {
        root: ({ theme: { vars } }) => ({
          '&.Mui-focusVisible': { outline: `2px solid ${vars.palette.primary.main}`, outlineOffset: 2 },
          '&[aria-disabled=true]': {
            color: vars.palette.text.disabled,
            borderColor: vars.palette.divider,
            backgroundColor: 'transparent',
            cursor: 'not-allowed',
            [FORCED]: { color: 'GrayText', borderColor: 'GrayText' },
          },
        }),
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { root: { [FORCED]: { border: '1px solid' } } },
    },
    MuiAlert: { styleOverrides: { message: { overflowWrap: 'anywhere', minWidth: 0 } } },
    MuiDialog: { defaultProps: { closeAfterTransition: false } },
  },
})
