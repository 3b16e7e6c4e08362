import { useQuery } from '@tanstack/react-query'
import type { Side } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { answerOf, definitionQuery, questionsOf } from '../definition/definition.js'
import { stagesQuery } from '../stages/stages.js'
import { OpenDocument } from './open-document.js'
import { WhoCan } from './who-can.js'
import type { OpenDocument as Open } from './open-answers.js'

interface OpenOfSideProps {
  readonly workspace: WorkspaceView
  readonly side: Side
  readonly documents: readonly Open[]
}

/** What only this side can answer: its own documents, its voices in the definition test, its part at each stage. */
export function OpenOfSide({ workspace, side, documents }: OpenOfSideProps) {
  const { t } = useText()
  const isInitiative = workspace.kind === 'initiative'
  const definition = useQuery({ ...definitionQuery(workspace.id), enabled: isInitiative })
  const stages = useQuery(stagesQuery(workspace.id))
  const voices = (definition.data?.voices ?? [])
    .filter((voice) => voice.side === side && voice.counts)
    .map((voice) => ({ voice, open: questionsOf(definition.data!).filter((question) => !answerOf(voice, question)) }))
    .filter(({ open }) => open.length > 0)
  const parts = (stages.data?.stages ?? []).filter(({ parts: each }) => each.some((part) => part.side === side && !part.answer))
  const isMine = stages.data?.mayAnswer.allowed === true && workspace.mySeat.side === side
  const address = `/initiatives/${workspace.id}`
  const isRead = stages.data !== undefined && (!isInitiative || definition.data !== undefined)
  const isDone = isRead && documents.length === 0 && voices.length === 0 && parts.length === 0
  const isMissing = stages.error !== null || definition.error !== null
  return (
    <section className="stack" aria-labelledby={`open-${side}`}>
      <h2 id={`open-${side}`}>{t('openAnswers.side', { side: t(`sideTitle.${side}`) })}</h2>
      {isMissing && !isRead && <p className="muted">{t('openAnswers.unread')}</p>}
      {isDone && <p className="muted">{t('openAnswers.nothing')}</p>}
      <ul className="stack open-documents">
        {documents.map((document) => (
          <OpenDocument key={document.id} workspace={workspace} document={document} />
        ))}
        {voices.map(({ voice, open }) => (
          <li key={voice.key} className="stack stack--tight">
            <h3 className="documents__title">
              <Link to={`${address}/definition`}>{t('overview.definition')}</Link>
            </h3>
            <WhoCan isMe={voice.isMine} names={[voice.name]} />
            <ul className="open-list">
              {open.map((question) => (
                <li key={question}>
                  <Link to={`${address}/definition/${question}`}>{t(`definition.${question}`)}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {parts.length > 0 && (
          <li className="stack stack--tight">
            <h3 className="documents__title">
              <Link to={`${address}/stages`}>{t('overview.stages')}</Link>
            </h3>
            {isMine ? <WhoCan isMe names={[]} /> : <p className="caption">{t('openAnswers.ofSide')}</p>}
            <p className="caption muted">{parts.map(({ stage }) => t(`stage.${stage}`)).join(' · ')}</p>
          </li>
        )}
      </ul>
    </section>
  )
}
