/** The figures of a lane as a table: from stage to stage, what came in, what came out and what became of the rest. */
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Gap, Lane, Mark } from '@/domain/loss-line'
import type { LossKind } from '@/domain/loss-stages'
import { stageMarks } from '@/domain/loss-line'
import { LOSS_KINDS } from '@/domain/loss-stages'
import { useFormat } from '@/i18n/format'
import { InfoTooltip } from '@/ui/InfoTooltip'
import tones from '@/ui/tones.module.css'
import type { ToneName } from '@/ui/tones'

const TONES: Readonly<Record<LossKind, ToneName>> = {
  errors: 'error',
  waiting: 'waiting',
  running: 'running',
  leftOut: 'setAside',
  deleted: 'plain',
  unaccounted: 'plain',
}

const ROWS = ['in', 'out', ...LOSS_KINDS] as const
type Row = (typeof ROWS)[number]

const sumOf = (parts: Gap['parts'], kind: LossKind) =>
  parts.filter(part => part.kind === kind).reduce((sum, { value }) => sum + value, 0)

/** Undefined where it cannot be told. */
function figureOf({ from, to, missing, parts }: Gap, row: Row): number | undefined {
  if (row === 'in') return from?.value === undefined ? undefined : from.value + (missing === undefined ? 0 : to.entered)
  if (row === 'out') return to.value
  if (row === 'unaccounted' && missing === undefined) return undefined
  return sumOf(parts, row)
}

/** As beside the picture, and what is to be known of the figures themselves. */
const marksOf = ({ from, to, marks }: Gap): readonly Mark[] => [
  ...new Set([...(from === undefined ? [] : stageMarks(from)), ...stageMarks(to), ...marks]),
]

export function LossTable({ lane: { id: unit, gaps } }: { readonly lane: Lane }) {
  const { t } = useTranslation('loss')
  const { exact } = useFormat()
  const id = useId()
  if (gaps.length === 0) return null
  // In no sum: rows of their own, where there are any.
  const mixedKinds = (['errors', 'running'] as const).filter(kind =>
    gaps.some(({ mixed }) => mixed.some(part => part.kind === kind)),
  )
  const between = ({ from, to }: Gap) =>
    from === undefined ? t(`stage.${to.id}`) : t('table.from', { from: t(`stage.${from.id}`), to: t(`stage.${to.id}`) })
  return (
    <div>
      <h4 id={id}>{t(`table.title.${unit}`)}</h4>
      <div data-scroller role="group" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {gaps.map(gap => (
                <th key={gap.to.id} scope="col">
                  {between(gap)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(row => (
              <tr key={row} data-row={row}>
                <th scope="row">{t(`table.${row}`)}</th>
                {gaps.map(gap => {
                  const figure = figureOf(gap, row)
                  const tone = row === 'in' || row === 'out' ? 'plain' : TONES[row]
                  return (
                    <td key={gap.to.id} className={tones['tone']} data-tone={figure === 0 ? 'muted' : tone}>
                      {figure === undefined ? t('table.none') : exact(figure)}
                    </td>
                  )
                })}
              </tr>
            ))}
            {mixedKinds.map(kind => (
              <tr key={kind} data-row="mixed">
                <th scope="row">{t(`table.mixed.${kind}`)}</th>
                {gaps.map(({ to, mixed }) => {
                  const figure = sumOf(mixed, kind)
                  return (
                    <td key={to.id} className={tones['tone']} data-tone={figure === 0 ? 'muted' : TONES[kind]}>
                      {exact(figure)}
                    </td>
                  )
                })}
              </tr>
            ))}
            {gaps.some(gap => marksOf(gap).length > 0) && (
              <tr data-row="marks">
                <th scope="row">{t('table.marks')}</th>
                {gaps.map(gap => (
                  <td key={gap.to.id}>
                    {marksOf(gap).map((mark, place) => (
                      <span key={mark}>
                        {place > 0 && ', '}
                        <InfoTooltip hint={t(`markHint.${mark}`)}>{t(`mark.${mark}`)}</InfoTooltip>
                      </span>
                    ))}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}
