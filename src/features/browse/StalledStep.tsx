/** Work is running and no counter has moved: which step stands still, and for how long. Words, never a verdict. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { Stall } from '@/domain/stall'
import { useFormat } from '@/i18n/format'
import { useTypeWord } from '@/i18n/type-word'
import { usePreferences } from '@/stores/preferences'
import { Time } from '@/ui/Time'
import { useServerNow } from '@/ui/useNow'

const Words = styled('span')(({ theme }) => ({
  color: theme.vars.palette.warning.main,
}))

/** Shown only in a table that has no room for the column that says it in words. */
const InPlace = styled(Words)({
  display: 'none',
  whiteSpace: 'nowrap',
  '[data-left-out~=updated] &': { display: 'inline' },
})

/** Never begins a line of its own: it has what the badges leave, be it nothing. */
const Where = styled(Words)({
  flex: '1 1 0',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
})

interface Props {
  /** What stands still, given REGARDS' time and the user's patience. */
  readonly stallAt: (now: number, minutes: number) => Stall | undefined
}

interface Told {
  readonly step: string
  readonly duration: string
}

function useStall({ stallAt }: Props): Told | undefined {
  const { duration } = useFormat()
  const typeWord = useTypeWord()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const stall = stallAt(useServerNow(30_000), minutes)
  return stall && { step: typeWord(stall.type), duration: duration(stall.age) }
}

/** Beside the badges: for how long it has stood still where no other column says so, then where, as far as there is room. */
export function StalledStep(props: Props) {
  const { t } = useTranslation('board')
  const told = useStall(props)
  if (told === undefined) return null
  const hint = t('noNewsHint', { ...told })
  return (
    <>
      <InPlace title={hint}>{told.duration}</InPlace>
      <Where title={hint}>{told.step}</Where>
    </>
  )
}

/** When it last changed; in words where that is too long ago for something that runs. */
export function Updated({ iso, ...props }: Props & { readonly iso: string | undefined }) {
  const { t } = useTranslation('board')
  const told = useStall(props)
  if (told !== undefined) {
    return <Words title={t('noNewsHint', { ...told })}>{t('noNews', { duration: told.duration })}</Words>
  }
  return iso === undefined ? t('noDate') : <Time iso={iso} />
}
