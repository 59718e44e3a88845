/** MUI's theme for what is built of MUI; its variables are added to the page once, when its code comes. */
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { adoptStyles } from './adopt-styles'
import { theme } from './theme'
import { themeSheet } from './theme-sheet'

adoptStyles(themeSheet(theme))

/** The colour scheme is set by src/features/shell/useScheme.ts, for MUI too. */
export function MuiTheme({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} disableStyleSheetGeneration colorSchemeNode={null} storageManager={null}>
      {children}
    </ThemeProvider>
  )
}
