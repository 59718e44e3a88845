/** Opens the menu in which the columns of a list are chosen; its code comes with the first opening. */
import { Suspense, useState } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { useTranslation } from '@/i18n/translation'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { lazyMui } from '@/ui/lazy-mui'
import type { ColumnMenuProps } from './ColumnMenu'
import styles from './pane.module.css'

const ColumnMenu = lazyMui<ColumnMenuProps>(async () => {
  const [menu] = await Promise.all([import('./ColumnMenu'), loadMessages(['columns'])])
  return { default: menu.ColumnMenu }
})

export function ColumnsButton({ kind, columns }: Pick<ColumnMenuProps, 'kind' | 'columns'>) {
  const { t } = useTranslation('board')
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <NamedIconButton
        className={styles['columns'] ?? ''}
        icon="columns"
        name={t(`columnsOf.${kind}`)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      />
      <Suspense>
        {anchor !== undefined && (
          <ColumnMenu kind={kind} columns={columns} anchor={anchor} onClose={() => setAnchor(undefined)} />
        )}
      </Suspense>
    </>
  )
}
