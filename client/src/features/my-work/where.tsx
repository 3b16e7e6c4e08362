import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { seatWords } from '../workspace/index.js'
import type { Workplace } from './words.js'

interface WhereProps {
  readonly workspace: Workplace | undefined
  /** Says also as whom one is there. */
  readonly hasSeat?: boolean
}

/** Initiative · country, and as whom one sits there. */
export function Where({ workspace, hasSeat = false }: WhereProps) {
  const { t } = useText()
  const { country } = useFormat()
  if (!workspace) return null
  const { mySeat } = workspace
  return (
    <>
      <span>
        <bdi>{workspace.title}</bdi> · <bdi>{country(workspace.country)}</bdi>
      </span>
      {hasSeat && <span className="names">{t('myWork.as', { name: mySeat.organisation ?? mySeat.name, seat: seatWords(mySeat, t) })}</span>}
    </>
  )
}
