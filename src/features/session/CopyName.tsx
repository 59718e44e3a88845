/** A name that a click copies. */
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Name } from '@/ui/Name'
import { notify } from '@/ui/notices'
import { isolate } from './isolate'

interface Props {
  readonly name: string
  /** What a click does. */
  readonly hint: string
}

export function CopyName({ name, hint }: Props) {
  const { t } = useTranslation('session')
  const copy = async () => {
    try {
      // Absent outside secure contexts, refused by some browsers' settings.
      await navigator.clipboard.writeText(name)
      notify({ tone: 'success', text: t('copy.done', { name: isolate(name) }) })
    } catch {
      notify({ tone: 'error', text: t('copy.failed') })
    }
  }
  return (
    <ButtonBase
      title={hint}
      onClick={() => void copy()}
      sx={{
        font: 'inherit',
        display: 'inline',
        textAlign: 'start',
        overflowWrap: 'anywhere',
        userSelect: 'text',
        borderRadius: 0.5,
        '&:hover': { textDecoration: 'underline' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      <Name text={name} isolate />
    </ButtonBase>
  )
}
