/** The columns of the table of causes; on a narrow screen a cause has three lines. */

export const NARROW = '@media (max-width: 899px)'

export const COLUMNS_OF_CAUSES = {
  display: 'grid',
  gridTemplateColumns: '112px minmax(0, 1fr) 92px minmax(0, 180px) 200px',
  columnGap: 16,
  padding: '0 12px',
  [NARROW]: { gridTemplateColumns: 'max-content minmax(0, 1fr) max-content' },
} as const
