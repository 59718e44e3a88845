/** What did not get on from a stage, part by part; each opens the list that explains it, where there is one. */
import { useTranslation } from '@/i18n/translation'
import { showRecords } from '@/domain/board-view'
import type { Gap, LossPart, Mark } from '@/domain/loss-line'
import type { PartId } from '@/domain/loss-stages'
import type { RecordsView } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import { useFormat } from '@/i18n/format'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { useBoardView } from '@/url/useBoardView'
import { lossText } from './loss-words'

interface OpenerProps {
  readonly opens: RecordsView
  readonly kind: string
  readonly text: string
  readonly isMixed: boolean
}

function Opener({ opens, kind, text, isMixed }: OpenerProps) {
  const [, updateView] = useBoardView()
  const refusal = useMissingRightText(useMissingRight(LIST_RIGHTS[opens.list]))
  return (
    <ReasonedButton
      reason={refusal}
      aria-haspopup="dialog"
      data-opens={opens.list}
      data-part={kind}
      data-mixed={isMixed || undefined}
      onClick={() => updateView(view => showRecords(view, opens))}
    >
      {text}
    </ReasonedButton>
  )
}

/** Parts whose kind says all there is to say. */
const UNNAMED = ['unaccounted', 'storageErrors', 'storageRunning', 'filesDeleted'] as const satisfies readonly PartId[]

const isNamed = (id: PartId): id is Exclude<PartId, (typeof UNNAMED)[number]> => !UNNAMED.some(one => one === id)

interface PartProps {
  readonly part: LossPart
  /** It may be of other requests. */
  readonly isMixed: boolean
}

function Part({ part: { id, kind, value, opens }, isMixed }: PartProps) {
  const { t } = useTranslation('loss')
  const format = useFormat()
  // What is counted too often: no counter has it, and no list.
  const shown = kind === 'unaccounted' && value < 0 ? { kind: 'excess' as const, value: -value } : { kind, value }
  const loss = lossText(t, format, { ...shown, unit: 'products' })
  const named = isNamed(id) ? t('named', { loss, part: t(`part.${id}`, { count: value }) }) : loss
  const text = isMixed ? t('named', { loss: named, part: t('mark.mixed') }) : named
  if (opens !== undefined) return <Opener opens={opens} kind={kind} text={text} isMixed={isMixed} />
  const hint = shown.kind === 'excess' ? 'excess' : kind === 'unaccounted' ? 'unaccounted' : 'noList'
  return (
    <InfoTooltip hint={t(`partHint.${hint}`)}>
      <span data-part={shown.kind} data-mixed={isMixed || undefined}>
        {text}
      </span>
    </InfoTooltip>
  )
}

interface Props {
  readonly gaps: readonly Gap[]
  /** What came in at this stage, and not through the one before. */
  readonly entered: number
  readonly marks: readonly Mark[]
}

export function LossParts({ gaps, entered, marks }: Props) {
  const { t } = useTranslation('loss')
  const { exact } = useFormat()
  return (
    <div data-parts>
      {entered !== 0 && <span>{t('entered', { figure: exact(entered) })}</span>}
      {gaps.flatMap(({ parts, mixed }) => [
        ...parts.map(part => <Part key={part.id} part={part} isMixed={false} />),
        ...mixed.map(part => <Part key={`${part.id} mixed`} part={part} isMixed />),
      ])}
      {marks.map(
        mark =>
          // The figure of what is too much says it.
          mark !== 'excess' && (
            <InfoTooltip key={mark} hint={t(`markHint.${mark}`)}>
              <span data-mark>{t(`mark.${mark}`)}</span>
            </InfoTooltip>
          ),
      )}
    </div>
  )
}
