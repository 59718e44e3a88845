/** The extras of a record: documents, recipients, why a chain cannot run, the button of a crawl. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { chainObstacle } from '@/domain/chain'
import { safeFileName } from '@/domain/csv'
import { prettyJson } from '@/domain/pretty-json'
import type { ChainRecord, FeatureRecord, RecordListId, RecordRows } from '@/domain/record-list'
import { isolate } from '@/i18n/isolate'
import { useReasonWords } from '@/i18n/reason-words'
import { productJsonQuery } from '@/queries/product-json'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { FoldedText } from '@/ui/FoldedText'
import { saveFile } from '@/ui/save-file'
import { useCopy } from '@/ui/useCopy'
import { CrawlNow } from '../actions/CrawlNow'
import { Disseminations } from './Disseminations'

interface JsonProps {
  readonly title: string
  readonly text: string
  /** The product: its name is the name of the file. */
  readonly name: string
}

/** A document as JSON: folded, indented, to copy or download. */
function JsonText({ title, text, name }: JsonProps) {
  const { t } = useTranslation('records')
  const copy = useCopy()
  return (
    <>
      <FoldedText name={title} text={text} foldAfter={16} />
      <Stack direction="row" sx={{ gap: 0.5 }}>
        <Button size="small" onClick={() => copy(text, t('detail.copied'))}>
          {t('detail.copy')}
        </Button>
        <Button size="small" onClick={() => saveFile(safeFileName([name], 'json'), text, 'application/json')}>
          {t('detail.save')}
        </Button>
      </Stack>
    </>
  )
}

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

function ProductJson({ aipId, name }: { readonly aipId: string; readonly name: string }) {
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

function ChainExtras({ chain }: { readonly chain: ChainRecord }) {
  const { t } = useTranslation('session')
  const obstacle = chainObstacle([chain])
  if (obstacle === undefined) return null
  const blockers = obstacle.kind === 'blocked' ? obstacle.blockers.map(isolate).join(', ') : ''
  return <Typography>{t(`relaunch.chain.${obstacle.kind}`, { source: isolate(chain.label), blockers })}</Typography>
}

function FeatureExtras({ feature }: { readonly feature: FeatureRecord }) {
  const { t } = useTranslation('records')
  const { disseminations, document, providerId } = feature
  return (
    <>
      <Disseminations items={disseminations} />
      {document !== undefined && (
        <Typography component="h4" variant="subtitle2">
          {t('detail.geojson')}
        </Typography>
      )}
      {document !== undefined && (
        <JsonText title={t('detail.geojson')} text={JSON.stringify(document, null, 2)} name={providerId} />
      )}
    </>
  )
}

export function RecordExtras({ row }: { readonly row: RecordRows[RecordListId] }) {
  if ('executionBlockers' in row) return <ChainExtras chain={row} />
  if ('aipId' in row) return <ProductJson aipId={row.aipId} name={row.providerId} />
  if ('disseminations' in row) return <FeatureExtras feature={row} />
  return 'canSchedule' in row ? <CrawlNow crawl={row} /> : null
}
