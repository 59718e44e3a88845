/** "See errors (7)": opens the list behind it; always there, with the reason when it is not for this user. */
import { useTranslation } from '@/i18n/translation'
import { showRecords } from '@/domain/board-view'
import { LIST_RIGHTS } from '@/domain/rights'
import type { OfferedSee } from '@/domain/step-actions'
import type { StepType } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { useBoardView } from '@/url/useBoardView'

interface Props {
  readonly offered: OfferedSee
  readonly type: StepType
}

export function SeeButton({ offered: { action, count }, type }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const [, go] = useBoardView()
  const { id, list } = action
  const refusal = useMissingRightText(useMissingRight(LIST_RIGHTS[list]))
  const isOwnWord = type === 'ACQUISITION' && (id === 'seeReferenced' || id === 'seeErrors')
  const label = isOwnWord ? t(`see.ofAcquisition.${id}`) : t(`see.${id}`)
  return (
    <ReasonedButton
      reason={refusal}
      size="small"
      sx={{ minWidth: 0, px: 0.75 }}
      aria-haspopup="dialog"
      data-opens={list}
      onClick={() => go(view => showRecords(view, { list }))}
    >
      {count === undefined ? label : t('see.counted', { label, figure: exact(count) })}
    </ReasonedButton>
  )
}
