import { useQuery } from '@tanstack/react-query'
import type { PrinciplesContent } from '@roundtable/shared/document'
import { PRINCIPLES, type PrincipleCode, type Side } from '@roundtable/shared/framework'
import type { PrinciplesView, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { QueryState } from '../../ui/query-state.js'
import { principlesQuery, WorkspacePage } from '../workspace/index.js'
import { answersTo, filedOf } from './filings.js'
import { SideAnswer } from './side-answer.js'
import { WhoHasFiled } from './who-has-filed.js'

/** What the sides have filed about themselves, principle by principle, beside each other. There is no score. */
export function PrinciplesPage() {
  const { t } = useText()
  return (
    <WorkspacePage title={t('filing.page')} width="wide" artefact="PRIN">
      {(workspace) => <Principles workspace={workspace} />}
    </WorkspacePage>
  )
}

function Principles({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const query = useQuery(principlesQuery(workspace.id))
  return (
    <QueryState query={query} waitingFor={t('filing.loading')}>
      {(view) => <PrinciplesOf view={view} />}
    </QueryState>
  )
}

function PrinciplesOf({ view }: { readonly view: PrinciplesView }) {
  const { t } = useText()
  const filed = filedOf(view)
  return (
    <>
      <div className="stack prose">
        <p className="lead">{t('filing.pageLead')}</p>
        <WhoHasFiled view={view} />
        <Documents view={view} />
      </div>
      {!view.isShown && filed.size > 0 && <p className="prose">{t('filing.onlyYours')}</p>}
      {filed.size > 0 && (
        <ol className="questions">
          {PRINCIPLES.map((code) => (
            <Principle key={code} code={code} filed={filed} />
          ))}
        </ol>
      )}
    </>
  )
}

/** The living documents that may be read here: what is shown below are copies. */
function Documents({ view }: { readonly view: PrinciplesView }) {
  const { t } = useText()
  return (
    <ul className="plain-list">
      {view.sides.map(
        ({ side, documentId }) =>
          documentId !== null && (
            <li key={side}>
              <Link to={`/documents/${documentId}`}>{t('filing.document', { side: t(`sideTitle.${side}`) })}</Link>
            </li>
          )
      )}
    </ul>
  )
}

function Principle({ code, filed }: { readonly code: PrincipleCode; readonly filed: ReadonlyMap<Side, PrinciplesContent> }) {
  const { t } = useText()
  const answers = answersTo(code, filed)
  const differs = new Set(answers.map(({ answer }) => answer?.fields.howFar)).size > 1
  return (
    <li className="questions__item">
      <h2 className="questions__heading">{t('principles.heading', { number: Number(code.slice(1)), name: t(`principleName.${code}`) })}</h2>
      <p className="prose">{t(`principleDuty.${code}`)}</p>
      {differs && <p className="muted">{t('filing.differs')}</p>}
      <div className="voices">
        {answers.map(({ side, answer }) => (
          <SideAnswer key={side} side={side} answer={answer} />
        ))}
      </div>
    </li>
  )
}
