/** The sessions that REGARDS no longer has, by name; read when the list is opened, and again only when their number changes. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { SeenMark } from '@/domain/changes'
import { goneSessions } from '@/domain/changes'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { presentQuery } from '@/queries/seen'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'
import { Gone, Names } from './parts'

interface Props {
  readonly mark: SeenMark
  readonly gone: number
}

export function GoneList({ mark, gone }: Props) {
  const { t } = useTranslation('seen')
  const { t: tCommon } = useTranslation('common')
  const { exact } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { data, isError, isFetching, refetch } = useQuery({ ...presentQuery(mark, gone), enabled: isOpen })
  const names = useMemo(() => (data === undefined ? [] : goneSessions(mark, data)), [mark, data])
  const unnamed = gone - names.length
  return (
    <Gone onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('count.gone', { count: gone, figure: exact(gone) })}</summary>
      {data === undefined && isFetching && <p>{t('goneLoading')}</p>}
      {data === undefined && isError && !isFetching && (
        <p role="alert">
          {t('goneFailed')} <PlainButton onClick={() => void refetch()}>{tCommon('retry')}</PlainButton>
        </p>
      )}
      {data !== undefined && (
        // Focusable, so that it is scrolled by keys.
        <Names aria-label={t('goneList')} tabIndex={0}>
          {names.map(({ id, source, name }) => (
            <li key={id}>
              <Name text={source} /> / <Name text={name} mayBeEmpty />
            </li>
          ))}
          {unnamed > 0 && <li>{t('unnamed', { count: unnamed, figure: exact(unnamed) })}</li>}
        </Names>
      )}
    </Gone>
  )
}
