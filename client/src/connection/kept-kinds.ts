import type { InfiniteData, QueryKey } from '@tanstack/react-query'
import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'

/** Which answers are kept, by the first and third word of their query's key. Codes of invitations, and sessions, never are. */
const KEPT: Readonly<Record<string, OperationName>> = {
  session: 'whoAmI',
  'my-work': 'getMyWork',
  workspaces: 'listWorkspaces',
  workspace: 'getWorkspace',
  'workspace/people': 'listPeople',
  'workspace/profile': 'getProfile',
  'workspace/definition': 'getDefinition',
  'workspace/modality': 'getModality',
  'workspace/stages': 'getStages',
  'workspace/open-answers': 'getOpenAnswers',
  'workspace/principles': 'getPrinciples',
  'workspace/tasks': 'getTasks',
  documents: 'listDocuments',
  document: 'getDocument',
  'document/template': 'getTemplate',
  'document/facts': 'getAgreementFacts'
}

export function isKept(queryKey: QueryKey): boolean {
  return operationOf(queryKey) !== null
}

/** What another build has kept, and this one does not understand, is as good as absent. */
export function isReadable(queryKey: QueryKey, answer: unknown): boolean {
  const schema = operationOf(queryKey)?.answer
  const { pages } = (answer ?? {}) as Partial<InfiniteData<unknown>>
  return schema !== undefined && (pages ?? [answer]).every((one) => schema.safeParse(one).success)
}

/**
 * What was kept of a workspace: its own parts, and of its documents whatever it is. With the ids of these. Facts and templates
 * whose document's own view is not kept any more could be of any workspace: they are taken for this one's.
 */
export function keptOfWorkspace<T extends { readonly queryKey: QueryKey; readonly answer: unknown }>(
  all: readonly T[],
  workspaceId: string
): { readonly kept: readonly T[]; readonly documentIds: readonly string[] } {
  const isInIt = (answer: unknown): boolean =>
    typeof answer === 'object' && answer !== null && 'workspaceId' in answer && answer.workspaceId === workspaceId
  const documentIds = all.flatMap(({ queryKey: [name, id, part], answer }) =>
    name === 'document' && part === undefined && isInIt(answer) ? [String(id)] : []
  )
  const meant = new Set([workspaceId, ...documentIds])
  const known = new Set(all.flatMap(({ queryKey: [name, id, part] }) => (name === 'document' && part === undefined ? [id] : [])))
  // What waits in it stands among what waits elsewhere, and is read again.
  const isMeant = ([name, id]: QueryKey): boolean => name === 'my-work' || meant.has(String(id)) || (name === 'document' && !known.has(id))
  return { kept: all.filter(({ queryKey }) => isMeant(queryKey)), documentIds }
}

function operationOf([name, , part, more]: QueryKey): Operation | null {
  // What a newer template would change is asked of the server each time.
  const kind = more === 'changes' ? '' : [name, part].filter(Boolean).join('/')
  const operation = KEPT[kind]
  return operation === undefined ? null : REST[operation]
}
