/** The books of each step, written out: what came in, less what came out and what is known; or why there is no sum. */
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Book } from '@/domain/books'
import { bookOf } from '@/domain/books'
import type { Step } from '@/domain/session'
import { inCatalogueOrder } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'

function useSum(): (book: Book) => string {
  const { t } = useTranslation('loss')
  const { exact } = useFormat()
  return ({ terms, rest, ...ends }) => {
    const figures = [{ kind: 'in', value: ends.in } as const, { kind: 'out', value: ends.out } as const, ...terms]
    const parts = figures.map(({ kind, value }) => {
      const term = t(`books.${kind}`, { figure: exact(value) })
      return value < 0 ? t('books.marked', { term, mark: t('mark.negative') }) : term
    })
    const left = { count: rest, figure: exact(rest) }
    const end = rest === 0 ? exact(0) : rest > 0 ? t('kind.unaccounted', left) : t('books.excess', left)
    return t('books.sum', { terms: parts.join(' − '), rest: end })
  }
}

export function Books({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('loss')
  const { t: tSession } = useTranslation('session')
  const words = useStepWords()
  const sum = useSum()
  const id = useId()
  return (
    <div>
      <h4 id={id}>{t('books.title')}</h4>
      <dl aria-labelledby={id}>
        {inCatalogueOrder(steps).map(step => {
          const told = bookOf(step)
          const { title } = words(step.stepId)
          return (
            <div key={step.stepId}>
              <dt>
                {'why' in told
                  ? title
                  : t('books.step', { step: title, unit: tSession(`unit.${told.book.unit}`, { count: 2 }) })}
              </dt>
              <dd>{'why' in told ? t(`books.untold.${told.why}`) : sum(told.book)}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
