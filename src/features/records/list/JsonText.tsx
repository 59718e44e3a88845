/** A document as JSON: folded, laid out in lines, copied, saved as a file. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from '@/i18n/translation'
import { safeFileName } from '@/domain/csv'
import { FoldedText } from '@/ui/FoldedText'
import { saveFile } from '@/ui/save-file'
import { useCopy } from '@/ui/useCopy'

interface Props {
  readonly title: string
  readonly text: string
  /** What it describes: the file bears its name. */
  readonly name: string
}

export function JsonText({ title, text, name }: Props) {
  const { t } = useTranslation('records')
  const copy = useCopy()
  return (
    <>
      <FoldedText name={title} text={text} foldAfter={16} />
      <Stack direction="row" sx={{ gap: 0.5 }}>
        <Button size="small" onClick={() => copy(text, t('detail.copied'))}>
          {t('detail.copy')}
        </Button>
        <Button size="small" onClick={() => saveFile(safeFileName([name], 'json'), text, 'application/json')}>
          {t('detail.save')}
        </Button>
      </Stack>
    </>
  )
}
