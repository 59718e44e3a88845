/** "Crawl now": crawls a data source before its scheduled date (docs/regards-api/actions.md 3.9). */
import { useState } from 'react'
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
import type { CrawlRecord } from '@/domain/record-list'
import { ACTION_RIGHTS } from '@/domain/rights'
import { isolate } from '@/i18n/isolate'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { RecordActionDialog } from './RecordActionDialog'
import { useEarlierNote } from './useEarlierAction'

const RIGHT = ACTION_RIGHTS.crawl

function CrawlDialog({ crawl: { id, label }, onClose }: { readonly crawl: CrawlRecord; readonly onClose: () => void }) {
  const { t } = useTranslation('records')
  return (
    <RecordActionDialog
      title={t('action.crawl.title', { source: isolate(label) })}
      action={{ kind: 'crawl', id, label }}
      confirm={t('action.crawl.confirm')}
      onClose={onClose}
      onDone={onClose}
    >
      <Typography>{t('action.crawl.will')}</Typography>
    </RecordActionDialog>
  )
}

/** Nothing where the server does not offer it for this data source. */
export function CrawlNow({ crawl }: { readonly crawl: CrawlRecord }) {
  const { t } = useTranslation('records')
  const refusal = useMissingRightText(useMissingRight(RIGHT))
  // Frozen when the dialog opens, whatever the list shows meanwhile.
  const [asked, setAsked] = useState<CrawlRecord>()
  const earlier = useEarlierNote()
  return (
    <>
      {crawl.canSchedule && (
        <ReasonedButton
          look="framed"
          aria-haspopup="dialog"
          reason={refusal}
          note={earlier({ kind: 'crawl', id: crawl.id, label: crawl.label })}
          onClick={() => setAsked(crawl)}
        >
          {t('action.crawl.button')}
        </ReasonedButton>
      )}
      {asked !== undefined && <CrawlDialog crawl={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
