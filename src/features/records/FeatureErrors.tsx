/** GeoJSON requests in error, a tab per type: those that have errors first, the others reachable all the same (docs/regards-api/previous-dashboard-defects.md 12). */
import { useQuery } from '@tanstack/react-query'
import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Arrangement } from '@/domain/record-list'
import type { RequestType } from '@/domain/request-type'
import { REQUEST_TYPES, errorsOfType } from '@/domain/request-type'
import type { SessionRef, Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { sessionQuery } from '@/queries/board'
import { TabList, panelId, tabId } from '@/ui/TabList'
import type { Arranged } from './RecordContent'
import { RecordPanel } from './RecordPanel'
import { requestType } from './actions/row-actions'

const Root = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 })
const Panel = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 })

const errorsOf = (step: Step | undefined, type: RequestType) => (step === undefined ? 0 : errorsOfType(step, type))

/** The tabs keep their order while errors recover. */
function useTypeOrder(step: Step | undefined): readonly RequestType[] {
  const [order, setOrder] = useState<readonly RequestType[]>()
  if (step === undefined || order !== undefined) return order ?? REQUEST_TYPES
  const found = [...REQUEST_TYPES].sort((a, b) => Number(errorsOf(step, b) > 0) - Number(errorsOf(step, a) > 0))
  setOrder(found)
  return found
}

interface Props {
  readonly name: string
  readonly sessionRef: SessionRef
  readonly part: string | undefined
  readonly onPart: (part: string) => void
  readonly arrangement: Arrangement
  readonly onArrange: (part: string, change: Arranged) => void
}

export function FeatureErrors({ name, sessionRef, part, onPart, arrangement, onArrange }: Props) {
  const { t } = useTranslation('records')
  const { t: tSession } = useTranslation('session')
  const { exact } = useFormat()
  const id = useId()
  const { data } = useQuery(sessionQuery(sessionRef))
  const step = data?.steps.find(({ stepId }) => stepId === 'feature')
  const types = useTypeOrder(step)
  const selected = requestType(part) ?? types[0] ?? 'CREATION'
  const tabs = types.map(type => {
    const label = tSession(`relaunch.type.${type}`)
    const errors = errorsOf(step, type)
    const figure = errors > 0 ? exact(errors) : undefined
    return { id: type, label, figure, spoken: figure && t('typeErrors', { type: label, figure }) }
  })
  return (
    <Root>
      <TabList name={t('types')} idPrefix={id} tabs={tabs} selected={selected} onSelect={onPart} />
      <Panel role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, types.indexOf(selected))}>
        <RecordPanel
          key={selected}
          list="featureErrors"
          name={name}
          sessionRef={sessionRef}
          part={selected}
          arrangement={arrangement}
          onArrange={change => onArrange(selected, change)}
        />
      </Panel>
    </Root>
  )
}
