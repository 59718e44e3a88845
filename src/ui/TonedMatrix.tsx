/** Names down, measures across; where they have no room side by side, whole measures scroll past the names. */
import type { CSSProperties } from 'react'
import { Fragment } from 'react'
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import type { ToneName } from './tones'
import lines from './toned-list.module.css'
import styles from './toned-matrix.module.css'
import tones from './tones.module.css'
import { useHiddenEdges } from './useHiddenEdges'

/** A name that goes over two lines where it has a sign, before it does inside a word. */
function BreakableName({ text }: { readonly text: string }) {
  return (
    <bdi translate="no">
      {text.split(/(?<=[_/-]|\.(?=\D))(?=[^._/-])/).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  )
}

interface MatrixColumn {
  readonly key: string
  readonly label: string
  readonly hint: string
  /** Calculated by the dashboard. */
  readonly isDerived: boolean
}

interface MatrixCell {
  readonly key: string
  readonly figure: string
  readonly tone: ToneName
  readonly hint: string
}

interface Props {
  readonly title: string
  readonly nameHeader: string
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly MatrixCell[] }[]
}

export function TonedMatrix({ title, nameHeader, columns, rows }: Props) {
  const { ref, edges, onScroll } = useHiddenEdges<HTMLDivElement>()
  return (
    <div className={styles['matrix']}>
      <h4 className={lines['title']}>{title}</h4>
      <div
        className={styles['scroller']}
        ref={ref}
        style={{ '--measures': columns.length } as CSSProperties}
        onScroll={onScroll}
        data-more={edges}
        role="group"
        aria-label={title}
        tabIndex={0}
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{nameHeader}</th>
              {columns.map(({ key, label, hint, isDerived }) => (
                <th key={key} scope="col">
                  <InfoTooltip hint={hint}>{label}</InfoTooltip>
                  {isDerived && <DerivedMark />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row" aria-label={name}>
                  <BreakableName text={name} />
                </th>
                {cells.map(({ key, figure, tone, hint }, place) => (
                  <td key={key} className={tones['tone']} data-tone={tone} title={columns[place]?.hint}>
                    <InfoTooltip hint={hint}>{figure}</InfoTooltip>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
