import { useText } from '../../../locales/use-text.js'
import { waitsForMine, type StageRow } from './stages.js'

/** For whoever comes to what waits for their side: the first such stage has the focus. */
export const WAITING_HASH = '#waiting'

/** A stage by name, and that it waits for one's own side. */
export function StageName({ row }: { readonly row: StageRow }) {
  const { t } = useText()
  const waits = waitsForMine(row)
  return (
    <span tabIndex={-1} data-waiting={waits ? '' : undefined}>
      {t(`stage.${row.stage}`)} {waits && <span className="tag">{t('stages.waiting')}</span>}
    </span>
  )
}
