import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import type { Target } from '../modality-words.js'
import { sidesThatMustAgree } from './modality.js'

interface WhoMustAgreeProps {
  readonly workspace: WorkspaceView
  readonly present: Target
  readonly target: Target
}

/** Said before anything is sent: whose agreement the change needs, under the stricter of the old and the new rule. */
export function WhoMustAgree({ workspace, present, target }: WhoMustAgreeProps) {
  const { t } = useText()
  const { list } = useFormat()
  const sides = sidesThatMustAgree(present, target)
  const empty = sides.filter((side) => !workspace.seats.some((seat) => seat.side === side))
  return (
    <div className="group stack stack--tight" role="status">
      <h3>{t('modalityPage.whoMustAgree')}</h3>
      <p>{t('modalityPage.stricter', { sides: list(sides.map((side) => t(`side.${side}`))) })}</p>
      <p>{t('modalityPage.oneObjection')}</p>
      {empty.map((side) => (
        <p key={side}>{t('modalityPage.nobodySeated', { side: t(`side.${side}`) })}</p>
      ))}
    </div>
  )
}
