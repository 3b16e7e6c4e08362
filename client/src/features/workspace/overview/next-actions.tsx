import { useQuery } from '@tanstack/react-query'
import type { NextAction, Waiting, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { addressOf, keyOf, myWorkQuery, waitingWords } from '../../my-work/index.js'
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

/** What waits here, as My work says it, is not said a second time in other words. */
const SAID_BY_WAITING: Partial<Record<Waiting['kind'], NextAction>> = {
  definition: 'answer_definition',
  modality: 'answer_modality',
  acceptance: 'accept_programme',
  protocol: 'confirm_delegate',
  mandate: 'renew_mandate',
  engagement: 'say_stage_parts'
}

/** What waits here for this person, in the words of My work, and then what they could do next, most useful first. */
export function NextActions({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const work = useQuery(myWorkQuery())
  const waiting = work.data?.waiting.items.filter(({ workspaceId }) => workspaceId === workspace.id) ?? []
  const isSaid = (action: NextAction): boolean => waiting.some(({ kind }) => SAID_BY_WAITING[kind] === action)
  const next = workspace.next.filter((action) => !isSaid(action))
  // Of very much My work has only the first: what waits here may be among the rest.
  const isWhole = work.data !== undefined && !work.data.isCut && work.data.waiting.items.length === work.data.waiting.total
  const asOf = new Date(work.dataUpdatedAt)
  return (
    <section className="stack" aria-labelledby="next-title">
      <h2 id="next-title">{t('overview.next')}</h2>
      {waiting.length + next.length > 0 && (
        <ol className="next">
          {waiting.map((item) => (
            <li key={keyOf(item)} className="next__item">
              <Link to={addressOf(item)}>
                <bdi>{waitingWords(item, t, asOf)}</bdi>
              </Link>
            </li>
          ))}
          {next.map((action) => (
            <li key={action} className="next__item">
              <Link to={placeOf(action, workspace)}>{t(`next.${action}`)}</Link>
            </li>
          ))}
        </ol>
      )}
      {isWhole && waiting.length + next.length === 0 && <p className="muted">{t('overview.nothingNext')}</p>}
      {work.isError && !work.data && <p className="muted">{t('overview.nextUnknown')}</p>}
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
