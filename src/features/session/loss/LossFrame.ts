/** The frame of the loss line and how its parts look: with MUI, since the style sheets of the page come with its first script. */
import { styled } from '@mui/material/styles'

/** The same ground in the bar and before the words. */
const GROUNDS = '[data-bar] > div, [data-parts] [data-part]::before'
const of = (...kinds: readonly string[]) =>
  kinds.map(kind => `[data-bar] > [data-part=${kind}], [data-parts] [data-part=${kind}]::before`).join(', ')

const stripes = (angle: string) => `repeating-linear-gradient(${angle}, CanvasText 0 2px, Canvas 2px 4px)`

export const LossFrame = styled('section')(({ theme: { typography, vars } }) => {
  const { palette } = vars
  const quiet = { color: palette.text.secondary }
  return {
    ...typography.body2,
    marginBottom: 10,
    padding: '6px 12px 4px',
    border: `1px solid ${palette.divider}`,
    borderRadius: 6,
    backgroundColor: palette.background.paper,
    '& h3': { ...typography.subtitle1, margin: 0 },
    '& h4': { ...typography.subtitle2, ...quiet, margin: 0 },
    '& > p': { ...typography.body1, margin: '0 0 6px' },

    '& [data-lanes]': { display: 'grid', gap: '6px 24px' },
    '@media (min-width: 1100px)': {
      '& [data-lanes]': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
      // One lane takes the whole width.
      '& [data-lanes] > :only-child': { gridColumn: '1 / -1' },
    },

    // Stage, figure, bar, parts.
    '& [data-lane]': { minWidth: 0 },
    '& ol': {
      display: 'grid',
      gridTemplateColumns: 'max-content max-content minmax(80px, 1fr) minmax(0, 2fr)',
      gap: '2px 10px',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    '& [data-stage]': {
      display: 'grid',
      gridColumn: '1 / -1',
      gridTemplateColumns: 'subgrid',
      alignItems: 'center',
      minHeight: 24,
    },
    '& [data-stage] > strong': { fontWeight: 600, textAlign: 'end' },
    '& [data-unused]': { ...quiet, gridColumn: '2 / -1', fontStyle: 'italic' },
    '& [data-track]': { height: 12 },
    '& [data-bar]': {
      display: 'flex',
      gap: 1,
      minWidth: 3,
      height: '100%',
      overflow: 'hidden',
      borderRadius: 2,
      // One among a million is still seen.
      '& > div': { flexBasis: 0, minWidth: 3 },
    },
    [GROUNDS]: { backgroundColor: 'var(--part)', printColorAdjust: 'exact', forcedColorAdjust: 'none' },
    '& [data-part=on]': { '--part': palette.success.main },
    '& [data-part=errors]': { '--part': palette.error.main },
    '& [data-part=waiting]': { '--part': palette.warning.main },
    '& [data-part=running]': { '--part': palette.info.main },
    '& [data-part=leftOut]': { '--part': palette.secondary.main },
    '& [data-part=deleted]': { '--part': palette.text.secondary },
    // Empty inside: no counter explains it.
    [of('unaccounted', 'excess')]: { border: `1px dashed ${palette.text.primary}`, backgroundColor: 'transparent' },

    '& [data-parts]': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 12px',
      minWidth: 0,
      '& [data-mark]': { ...quiet, fontStyle: 'italic' },
      '& [data-part]': {
        ...typography.body2,
        display: 'inline-flex',
        alignItems: 'center',
        gap: 5,
        minWidth: 0,
        minHeight: 24,
        padding: 0,
        border: '1px solid transparent',
        color: palette.text.primary,
        textAlign: 'start',
        '&::before': { content: '""', flex: 'none', width: 10, height: 10, borderRadius: 2 },
      },
      '& button': {
        textDecoration: `underline ${palette.text.secondary}`,
        textUnderlineOffset: 2,
        '&[aria-disabled=true]': { color: palette.text.disabled, textDecoration: 'none' },
      },
    },

    '& [data-details]': {
      ...typography.body2,
      ...quiet,
      justifyContent: 'flex-start',
      minHeight: 24,
      padding: 0,
      '&::after': { content: `'▸' / ''` },
      '&[aria-expanded=true]::after': { content: `'▾' / ''` },
    },
    '& [data-written]': { display: 'grid', gap: 10, padding: '4px 0 6px' },
    // It scrolls in itself where a long word leaves no room.
    '& [data-scroller]': {
      minWidth: 0,
      overflowX: 'auto',
      '&:focus-visible': { outline: `2px solid ${palette.primary.main}` },
    },
    '& table': { borderCollapse: 'collapse', ...typography.body2 },
    '& table :is(th, td)': { padding: '1px 4px', textAlign: 'end', verticalAlign: 'bottom' },
    '& table th': { ...quiet, fontWeight: 400 },
    '& tbody th': { paddingInlineStart: 0, textAlign: 'start', whiteSpace: 'nowrap' },
    '& thead th': { maxWidth: 108 },
    '& tbody tr': { borderTop: `1px solid ${palette.divider}` },
    '& dl': { display: 'grid', gap: '2px 12px', margin: '2px 0 0' },
    '& dl > div': { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
    '& dt': { ...quiet, minWidth: 170 },
    '& dd': { margin: 0 },

    // Too narrow for four columns: the parts go below the bar.
    '@media (max-width: 599px)': {
      '& table': { fontSize: '0.75rem' },
      '& ol': { gridTemplateColumns: 'max-content max-content minmax(0, 1fr)' },
      '& [data-parts]': { gridColumn: '1 / -1' },
    },

    // Told apart without a hue, as in the bars of the cards.
    '@media (forced-colors: active)': {
      '& button, & [data-parts] button[data-part]': { padding: '0 6px' },
      '& [data-part]': { '--part': 'CanvasText' },
      [GROUNDS]: { border: '1px solid CanvasText' },
      [of('running')]: { backgroundColor: 'GrayText' },
      [of('waiting')]: { backgroundColor: 'Canvas' },
      [of('errors')]: { background: stripes('90deg') },
      [of('leftOut')]: { background: stripes('0deg') },
      [of('deleted')]: { borderStyle: 'double', backgroundColor: 'Canvas' },
      [of('unaccounted', 'excess')]: { borderStyle: 'dashed', backgroundColor: 'Canvas' },
    },
    '@media print': { breakInside: 'avoid', '& [data-details]': { display: 'none' } },
  }
})
