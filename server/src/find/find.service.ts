import type { DocumentKind } from '@roundtable/shared/framework'
import { type DocumentList, type Find, type FindAnswer, FOUND_KINDS, soughtPattern, soughtWords } from '@roundtable/shared/protocol'
import type { Access, AccessService } from '../ability/index.js'
import type { Askers } from '../platform/askers.js'
import type { FindStore } from './find.store.js'

interface Seeker {
  readonly personId: string
  readonly sessionId: string
}

/** A list across workspaces shows so many documents; the rest is found by its words. */
const MOST_LISTED = 100
/** Of each kind so many are shown. */
const MOST_FOUND = 8

/** Across the workspaces somebody has a seat in: their documents of a kind, and what holds some words. */
export class FindService {
  constructor(
    private readonly store: FindStore,
    private readonly access: Pick<AccessService, 'answerAll'>,
    private readonly askers: Askers
  ) {}

  /** The documents of a kind that this person may know of, each with its right. */
  async documents(seeker: Seeker, kind: DocumentKind): Promise<DocumentList> {
    const rows = await this.store.documents(seeker.personId, kind, MOST_LISTED + 1)
    const known = await this.#known(
      seeker,
      rows.map(({ id }) => id)
    )
    const items = rows.flatMap(({ id, title, changedAt, workspaceTitle, country }) => {
      const access = known.get(id)
      if (!access) return []
      const { workspaceId, stage, side, privateTo, state } = access.document
      const place = { workspaceId, workspaceTitle, country }
      return [
        {
          id,
          ...place,
          kind,
          title,
          stage,
          side,
          isKept: privateTo !== null,
          state,
          right: access.right,
          changedAt: changedAt.toISOString()
        }
      ]
    })
    return { items: items.slice(0, MOST_LISTED), isCut: items.length > MOST_LISTED }
  }

  /** What holds all of the words, and may be known of. Nothing is asked of people's names. Throws `too_many_requests`. */
  async find(seeker: Seeker, { words, codes, number }: Find): Promise<FindAnswer> {
    this.askers.count(seeker.personId)
    const patterns = soughtWords(words).map(soughtPattern)
    if (patterns.length === 0) return { found: [], isCut: false }
    const rows = await this.store.find({ personId: seeker.personId, patterns, codes, number, limit: MOST_FOUND + 1 })
    const known = await this.#known(
      seeker,
      rows.flatMap(({ documentId }) => documentId ?? [])
    )
    const seen = rows.filter(({ documentId }) => documentId === null || known.has(documentId))
    const kinds = FOUND_KINDS.map((kind) => seen.filter((row) => row.kind === kind))
    return {
      found: kinds.flatMap((found) => found.slice(0, MOST_FOUND)),
      isCut: kinds.some((found) => found.length > MOST_FOUND)
    }
  }

  /** The rights in these documents, decided as each one's own page decides them. */
  async #known({ personId, sessionId }: Seeker, ids: readonly string[]): Promise<ReadonlyMap<string, Access>> {
    const asked = [...new Set(ids)]
    const answers = await this.access.answerAll(asked.map((documentId) => ({ documentId, personId, sessionId })))
    return new Map(answers.flatMap((answer, index) => (answer.kind === 'granted' ? [[asked[index]!, answer.access] as const] : [])))
  }
}
