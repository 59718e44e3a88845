/** A part of the page that is built of MUI: its code, and MUI's, come when it is drawn for the first time. */
import type { ComponentType } from 'react'
import { lazy } from 'react'

export function lazyMui<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [{ default: Part }, { MuiTheme }] = await Promise.all([load(), import('./MuiTheme')])
    return {
      default: (props: Props) => (
        <MuiTheme>
          <Part {...props} />
        </MuiTheme>
      ),
    }
  })
}
