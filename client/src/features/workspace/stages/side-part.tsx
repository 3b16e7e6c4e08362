import type { Stage } from '@roundtable/shared/framework'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Said } from '../../../ui/said.js'
import { EngagementSaid } from './engagement-said.js'
import type { Edited, SidePart } from './stages.js'

interface SidePartWordsProps {
  readonly stage: Stage
  readonly part: SidePart
  /** Null where nothing can be said. */
  readonly onEdit: ((what: Edited['what']) => void) | null
}

/** What a side does at a stage: the Framework's default, or what that side has put in its place; and how it sees the engagement. */
export function SidePartWords({ stage, part, onEdit }: SidePartWordsProps) {
  const { t } = useText()
  const { side, answer, degreeAndQuality, isMine } = part
  const names = { stage: t(`stage.${stage}`), side: t(`side.${side}`) }
  const saying = t(answer === null ? 'stages.edit' : 'stages.editAgain')
  const engaging = t(degreeAndQuality === null ? 'engaged.edit' : 'engaged.editAgain')
  return (
    <div className="stack stack--tight">
      <PartSaid part={part} />
      {isMine && onEdit && (
        <div>
          <Button aria-label={t('stages.editNamed', { act: saying, ...names })} onPress={() => onEdit('part')}>
            {saying}
          </Button>
        </div>
      )}
      <div className="stack stack--tight">
        <p className="caption engaged__title">{t('engaged.title')}</p>
        <EngagementSaid said={degreeAndQuality} />
      </div>
      {isMine && onEdit && (
        <div>
          <Button aria-label={t('stages.editNamed', { act: engaging, ...names })} onPress={() => onEdit('engagement')}>
            {engaging}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The default is said to be the Framework's, and what a side changed to be that side's. */
function PartSaid({ part: { usual, answer } }: { readonly part: SidePart }) {
  const { t } = useText()
  const { day } = useFormat()
  const byDefault = t('stages.usual', { engagement: t(`engagement.${usual}`) })
  if (answer === null)
    return (
      <>
        <p>{byDefault}</p>
        <p className="caption muted">{t('stages.saysNothing')}</p>
      </>
    )
  const key = answer.engagement === usual ? 'stages.keeps' : 'stages.says'
  return (
    <>
      <p className="caption muted">{byDefault}</p>
      <p className="voice__answer">{t(key, { engagement: t(`engagement.${answer.engagement}`) })}</p>
      {answer.note !== '' && <Said>{answer.note}</Said>}
      <p className="caption muted">
        <span className="names">{t('form.said', { name: answer.answeredBy, at: day(new Date(answer.answeredAt)) })}</span>
      </p>
    </>
  )
}
