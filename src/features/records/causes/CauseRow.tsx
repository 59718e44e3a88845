/** One cause of a list's errors: its count, its text, its share, and its first and last date. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { CauseGroup } from '@/domain/causes'
import { useFormat } from '@/i18n/format'
import { TimeSpan } from '@/ui/TimeSpan'
import { isRepeatedClick } from '@/ui/gestures'

const Group = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'grid',
  gridTemplateColumns: 'minmax(64px, max-content) minmax(0, 1fr) minmax(48px, max-content) 190px',
  columnGap: 12,
  alignItems: 'center',
  width: '100%',
  minHeight: 28,
  padding: '0 8px',
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.vars.palette.action.hover },
  '&[aria-pressed=true]': {
    backgroundColor: theme.vars.palette.action.selected,
    boxShadow: `inset 4px 0 0 ${theme.vars.palette.primary.main}`,
  },
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -2 },
  '& b': { textAlign: 'end', color: theme.vars.palette.error.main },
  '& bdi, & i': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': { fontSize: 'inherit', textAlign: 'end', color: theme.vars.palette.text.secondary },
  '@media (max-width: 699px)': {
    gridTemplateColumns: 'minmax(56px, max-content) minmax(0, 1fr) minmax(44px, max-content)',
    '& small + small': { display: 'none' },
  },
}))

interface Props {
  readonly group: CauseGroup
  /** Only its rows are shown. */
  readonly isSelected: boolean
  readonly onClick: () => void
}

export function CauseRow({ group: { pattern, count, share, first, last }, isSelected, onClick }: Props) {
  const { t } = useTranslation('records')
  const { exact, percent } = useFormat()
  return (
    <Group
      type="button"
      aria-pressed={isSelected}
      onClick={event => {
        if (!isRepeatedClick(event)) onClick()
      }}
    >
      <b>{t('causes.count', { figure: exact(count) })}</b>
      {pattern === '' ? (
        <i>{t('causes.none')}</i>
      ) : (
        <bdi translate="no" title={pattern}>
          {pattern}
        </bdi>
      )}
      <small title={t('causes.share', { share: percent(share) })}>{percent(share)}</small>
      <small>
        <TimeSpan first={first} last={last} />
      </small>
    </Group>
  )
}
