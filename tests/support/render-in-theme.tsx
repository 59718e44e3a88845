/** Renders a component of `src/ui` alone: under the application's theme, without routes, queries or a world. */
import { ThemeProvider } from '@mui/material/styles'
import type { RenderResult } from '@testing-library/react'
import { render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { theme } from '@/ui/theme'

const InTheme = ({ children }: { readonly children: ReactNode }) => (
  <ThemeProvider theme={theme} storageManager={null}>
    {children}
  </ThemeProvider>
)

/** As `render` of Testing Library. */
export function renderInTheme(element: ReactElement): RenderResult {
  return render(element, { wrapper: InTheme })
}
