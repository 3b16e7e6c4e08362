import { RoundtableError } from '@roundtable/shared/error'
import { type OpenWorkspace, type WorkspaceCard } from '@roundtable/shared/protocol'
import { type DataSource, type EntityManager } from 'typeorm'
import { type Query, queryOf } from '../../ability/index.js'
import { type DocumentService } from '../../live/index.js'
import { once } from '../../platform/idempotent.js'
import { documentFrom, settled } from '../domain/new-document.js'
import { type OpeningSeat, openingSeatOf } from '../domain/opening-seat.js'
import { insertSeat, insertWorkspace } from '../insert-rows.js'

interface Opener {
  readonly personId: string
  readonly key: string | null
}

/** Opening initiatives and country programmes. */
export class OpeningService {
  constructor(
    private readonly source: DataSource,
    private readonly documents: Pick<DocumentService, 'createIn'>
  ) {}

  /** Title, country and who starts it are enough. Throws `bad_input`, and `not_allowed` for a secretariat that is none. */
  async open({ personId, key }: Opener, body: OpenWorkspace): Promise<WorkspaceCard> {
    const seat = openingSeatOf(body)
    return this.source.transaction(async (manager) => {
      if (seat.role === 'SEC') await mustBeSecretariat(queryOf(manager), personId)
      return once(manager, { personId, key, operation: 'openWorkspace', body }, () => this.#make(manager, personId, body, seat))
    })
  }

  async #make(
    manager: EntityManager,
    personId: string,
    body: OpenWorkspace,
    { role, side, isProvisional }: OpeningSeat
  ): Promise<WorkspaceCard> {
    const { kind, title, country, name, organisation } = body
    const isProgramme = kind === 'country_programme'
    const modality = isProgramme ? 'M3' : 'M0'
    const id = await insertWorkspace(manager, {
      kind,
      title,
      country,
      modality,
      status: 'forming',
      // A programme that the secretariat opens is on its registry, or it could not see what it opened.
      registry: role === 'SEC' ? 'card' : 'none'
    })
    const seatId = await insertSeat(manager, { workspaceId: id, personId, side, role, name, organisation, isProvisional })
    if (isProgramme && side !== null)
      await manager.query('insert into programme_acceptance (workspace_id, side, seat_id) values ($1, $2, $3)', [id, side, seatId])
    // Lists show the newest first: what was asked for first is made last.
    for (const document of [...body.documents].reverse())
      await this.documents.createIn(queryOf(manager), documentFrom(id, settled(document, side, []), side))
    return {
      id,
      kind,
      title,
      country,
      modality,
      people: 1,
      mySeat: { id: seatId, workspaceId: id, side, role, name, organisation: organisation?.name ?? null, mandateExpiresAt: null }
    }
  }
}

/** The operator says who speaks for the secretariat (`npm run admin -- grant-secretariat`). */
async function mustBeSecretariat(query: Query, personId: string): Promise<void> {
  const [person] = await query<{ isSecretariat: boolean }>('select is_secretariat as "isSecretariat" from person where id = $1', [personId])
  if (!person?.isSecretariat) throw new RoundtableError('not_allowed', { rule: 'WORK-4', paragraph: '¶45' })
}
