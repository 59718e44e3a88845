/** A name that a click copies; an empty one has a message of its own. */
import { useTranslation } from '@/i18n/translation'
import { Name } from '@/ui/Name'
import { notify } from '@/ui/notices'
import { useCopy } from '@/ui/useCopy'
import styles from './session.module.css'
import { isolate } from '@/i18n/isolate'

interface Props {
  readonly name: string
  /** What a click does. */
  readonly hint: string
}

export function CopyName({ name, hint }: Props) {
  const { t } = useTranslation('session')
  const copy = useCopy()
  return (
    <button
      type="button"
      className={styles['copied']}
      title={hint}
      onClick={() => {
        // Copying an empty text would only clear the clipboard.
        if (name === '') notify({ tone: 'info', text: t('copy.empty') })
        else copy(name, t('copy.done', { name: isolate(name) }))
      }}
    >
      <Name text={name} isolate mayBeEmpty />
    </button>
  )
}
