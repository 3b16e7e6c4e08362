import type { Stage } from '@roundtable/shared/framework'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Said } from '../../../ui/said.js'
import type { SidePart } from './stages.js'

interface SidePartWordsProps {
  readonly stage: Stage
  readonly part: SidePart
  /** Null where nothing can be said. */
  readonly onEdit: (() => void) | null
}

/** What is usual for a side at a stage, and what that side says of itself. */
export function SidePartWords({ stage, part, onEdit }: SidePartWordsProps) {
  const { t } = useText()
  const { day } = useFormat()
  const { side, usual, answer, isMine } = part
  return (
    <div className="stack stack--tight">
      <p className="caption muted">{t('stages.usual', { engagement: t(`engagement.${usual}`) })}</p>
      {answer === null ? (
        <p className="muted">{t('stages.saysNothing')}</p>
      ) : (
        <>
          <p className="voice__answer">{t('stages.says', { engagement: t(`engagement.${answer.engagement}`) })}</p>
          {answer.note !== '' && <Said>{answer.note}</Said>}
          <p className="caption muted">
            <bdi>{t('form.said', { name: answer.answeredBy, at: day(new Date(answer.answeredAt)) })}</bdi>
          </p>
        </>
      )}
      {isMine && onEdit && (
        <div>
          <Button aria-label={t('stages.editNamed', { stage: t(`stage.${stage}`), side: t(`side.${side}`) })} onPress={onEdit}>
            {answer === null ? t('stages.edit') : t('stages.editAgain')}
          </Button>
        </div>
      )}
    </div>
  )
}
