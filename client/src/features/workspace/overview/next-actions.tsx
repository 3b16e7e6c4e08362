import type { NextAction, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { ACCEPTANCE_ID } from './acceptance.js'

/** Where each action is done: a page of this workspace, or a place on this one. */
const PLACES: Readonly<Record<Exclude<NextAction, 'write_objectives'>, string>> = {
  answer_definition: '/definition',
  answer_modality: '/modality',
  accept_programme: `#${ACCEPTANCE_ID}`,
  confirm_delegate: '/people',
  renew_mandate: '/people',
  invite_other_side: '/invitations?for=other-side',
  invite_own_side: '/invitations',
  describe_profile: '/profile',
  say_stage_parts: '/stages'
}

/** What this person could do next, most useful first. */
export function NextActions({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  return (
    <section className="stack" aria-labelledby="next-title">
      <h2 id="next-title">{t('overview.next')}</h2>
      {workspace.next.length === 0 ? (
        <p className="muted">{t('overview.nothingNext')}</p>
      ) : (
        <ol className="next">
          {workspace.next.map((action) => (
            <li key={action} className="next__item">
              <Link to={placeOf(action, workspace)}>{t(`next.${action}`)}</Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Objectives are written in their document; where there is none yet, it is added first. */
function placeOf(action: NextAction, { id, documentList }: WorkspaceView): string {
  const address = `/initiatives/${id}`
  if (action !== 'write_objectives') return `${address}${PLACES[action]}`
  const objectives = documentList.find((document) => document.kind === 'objectives')
  return objectives ? `/documents/${objectives.id}` : `${address}#documents-title`
}
