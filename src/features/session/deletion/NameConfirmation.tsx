/** The field in which the name of a session is typed before its products are deleted. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import { differences, looseForm } from '@/domain/name-variants'
import { isTricky, isTypable, names, spelled } from '@/domain/spelling'
import { useSpellingWords } from '@/i18n/spelling-words'
import { TextInput } from '@/ui/TextInput'
import { useCopy } from '@/ui/useCopy'
import { NamedSentence } from '../SpelledName'

const Label = styled('label')({ display: 'block', marginTop: 12, marginBottom: 4, overflowWrap: 'anywhere' })

interface Props {
  readonly name: string
  /** It is the name of the source: the session has none. */
  readonly isSource: boolean
  readonly typed: string
  readonly onChange: (typed: string) => void
  /** The element that says why the deletion is not enabled yet. */
  readonly describedBy: string
}

/** For a name that cannot be typed: copies the text to enter. */
function CopyButton({ name }: { readonly name: string }) {
  const { t } = useTranslation('deletion')
  const copy = useCopy()
  return (
    <Button size="small" onClick={() => copy(spelled(name), t('name.copied'))}>
      {t('name.copy')}
    </Button>
  )
}

/** Which typed characters differ from those of the name, where the two look alike; '' otherwise. */
function useMistyped(typed: string, name: string): string {
  const words = useSpellingWords()
  if (typed === '' || names(typed, name) || looseForm(typed) !== looseForm(name)) return ''
  return words.ofText(differences(typed, name) ?? [])
}

export function NameConfirmation({ name, isSource, typed, onChange, describedBy }: Props) {
  const { t } = useTranslation('deletion')
  const id = useId()
  const mistyped = useMistyped(typed, name)
  return (
    <div>
      <Label htmlFor={id}>
        <NamedSentence
          names={[name]}
          write={mark => (isSource ? t('name.ofSource', { source: mark }) : t('name.label', { session: mark }))}
        />
      </Label>
      {isTricky(name) && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }} gutterBottom>
          {t('name.tricky')}
        </Typography>
      )}
      <TextInput
        id={id}
        dir="auto"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        value={typed}
        aria-invalid={typed !== '' && !names(typed, name)}
        aria-describedby={`${describedBy} ${id}-mistyped`}
        onChange={event => onChange(event.target.value)}
      />
      <Typography
        id={`${id}-mistyped`}
        role="status"
        variant="body2"
        sx={{ mt: 0.5, color: 'error.main', overflowWrap: 'anywhere' }}
      >
        {mistyped}
      </Typography>
      {!isTypable(name) && <CopyButton name={name} />}
    </div>
  )
}
