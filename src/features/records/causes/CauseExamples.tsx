/** Under the selected cause: up to three of its texts in full, and the relaunch of its rows. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { CauseGroup } from '@/domain/causes'
import { useFormat } from '@/i18n/format'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { TextExamples } from '@/ui/TextExamples'

const Box = styled('div')({
  padding: '2px 8px 6px 84px',
  overflowWrap: 'anywhere',
  '@media (max-width: 699px)': { paddingInlineStart: 16 },
})

interface Props {
  readonly group: CauseGroup
  readonly onRelaunch: (() => void) | undefined
  readonly refusal: string | undefined
}

export function CauseExamples({ group: { examples, count }, onRelaunch, refusal }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  return (
    <Box>
      {examples.length > 0 && (
        <>
          {t('causes.examples')}
          <TextExamples texts={examples} />
        </>
      )}
      {onRelaunch !== undefined && (
        <ReasonedButton look="framed" aria-haspopup="dialog" reason={refusal} onClick={onRelaunch}>
          {t('causes.relaunch', { figure: exact(count) })}
        </ReasonedButton>
      )}
    </Box>
  )
}
