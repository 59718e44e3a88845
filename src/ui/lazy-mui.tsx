/** Parts of the page whose code is loaded when they are first drawn; those built with MUI load MUI's too. */
import type { ComponentType } from 'react'
import { lazy, useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from './PlainButton'
import styles from './messages.module.css'

/** In place of a part whose code could not be loaded: no network, or a new version was installed. */
function NotLoaded({ onShown }: { readonly onShown: () => void }) {
  const { t } = useTranslation('common')
  useEffect(onShown, [onShown])
  return (
    <div className={styles['notLoaded']} role="alert">
      {t('part.failed')}
      <PlainButton look="framed" onClick={() => window.location.reload()}>
        {t('part.reload')}
      </PlainButton>
    </div>
  )
}

/** @param load fetches the part; tried again each time it is opened, until it comes */
export function lazyPart<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  const make = () =>
    lazy(async (): Promise<{ readonly default: ComponentType<Props> }> => {
      try {
        return await load()
      } catch {
        return { default: () => <NotLoaded onShown={forget} /> }
      }
    })
  let next = make()
  const forget = () => {
    next = make()
  }
  return function Lazy(props: Props) {
    const [Part] = useState(() => next)
    return <Part {...props} />
  }
}

/** A part built with MUI. */
export function lazyMui<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  return lazyPart<Props>(async () => {
    const [{ default: Part }, { MuiTheme }] = await Promise.all([load(), import('./MuiTheme')])
    return {
      default: props => (
        <MuiTheme>
          <Part {...props} />
        </MuiTheme>
      ),
    }
  })
}
