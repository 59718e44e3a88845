/** The document of an OAIS product, read when somebody wants to see it (docs/regards-api/actions.md 3.3). */
import { useQuery } from '@tanstack/react-query'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { prettyJson } from '@/domain/pretty-json'
import { useReasonWords } from '@/i18n/reason-words'
import { productJsonQuery } from '@/queries/product-json'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { JsonText } from './JsonText'

function Shown({ aipId, title, name }: { readonly aipId: string; readonly title: string; readonly name: string }) {
  const { t } = useTranslation('common')
  const { t: tRecords } = useTranslation('records')
  const reason = useReasonWords()
  const { data, error, isFetching, refetch } = useQuery(productJsonQuery(aipId))
  const text = useMemo(() => (data === undefined ? undefined : prettyJson(data)), [data])
  if (text !== undefined) return <JsonText title={title} text={text} name={name} />
  if (error === null) return <p role="status">{t('loading')}</p>
  return (
    <ErrorPanel
      title={tRecords('detail.jsonFailed')}
      reason={reason(error)}
      error={error}
      onRetry={() => void refetch()}
      isRetrying={isFetching}
    />
  )
}

export function ProductJson({ aipId, name }: { readonly aipId: string; readonly name: string }) {
  const { t } = useTranslation('records')
  const [isShown, setShown] = useState(false)
  const title = t('detail.json')
  return (
    <>
      <Button size="small" variant="outlined" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {title}
      </Button>
      {isShown && <Shown aipId={aipId} title={title} name={name} />}
    </>
  )
}
