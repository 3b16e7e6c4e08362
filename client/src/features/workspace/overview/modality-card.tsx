import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { modalityName, modalitySentence } from '../modality-words.js'
import { WhoDecides } from '../who-decides.js'
import { Why } from '../why.js'
import { PartLinks } from './part-links.js'

/** Who started it and leads, who decides, and whether it is citizen data: each in one plain sentence. */
export function ModalityCard({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  return (
    <section className="card stack" aria-labelledby="together-title">
      <div className="stack stack--tight">
        <h2 id="together-title" className="card__title">
          {t('overview.together')}
        </h2>
        {workspace.kind === 'initiative' && workspace.modality !== 'M0' && <p className="caption muted">{modalityName(workspace, t)}</p>}
        <p className="lead">{modalitySentence(workspace, t)}</p>
      </div>
      <WhoDecides decides={`decides.${workspace.modality}`} />
      {workspace.kind === 'initiative' && (
        <>
          <Outcome workspace={workspace} />
          <PartLinks workspace={workspace} parts={['definition', 'modality']} />
        </>
      )}
    </section>
  )
}

function Outcome({ workspace: { outcome, outcomeParagraph } }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  return (
    <p>
      {t(`outcome.${outcome ?? 'none'}`)} {outcomeParagraph !== '' && <Why question="why.question" paragraph={outcomeParagraph} />}
    </p>
  )
}
