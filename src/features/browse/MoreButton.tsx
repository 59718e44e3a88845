/** Opens the menu of a list; its code comes with the first opening. */
import { Suspense, useState } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { useTranslation } from '@/i18n/translation'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { lazyMui } from '@/ui/lazy-mui'
import type { MoreEntry, MoreMenuProps } from './MoreMenu'
import styles from './pane.module.css'

const MoreMenu = lazyMui<MoreMenuProps>(async () => {
  const [menu] = await Promise.all([import('./MoreMenu'), loadMessages(['more'])])
  return { default: menu.MoreMenu }
})

interface Props {
  readonly kind: 'sources' | 'sessions'
  readonly entries: readonly MoreEntry[]
}

export function MoreButton({ kind, entries }: Props) {
  const { t } = useTranslation('board')
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <NamedIconButton
        className={styles['columns'] ?? ''}
        icon="more"
        name={t(`moreOf.${kind}`)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      />
      <Suspense>
        {anchor !== undefined && <MoreMenu entries={entries} anchor={anchor} onClose={() => setAnchor(undefined)} />}
      </Suspense>
    </>
  )
}
