import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { OpenWorkspace, WorkspaceCard } from '@roundtable/shared/protocol'
import type { DataSource, EntityManager } from 'typeorm'
import { type Query, lockPerson, queryOf, refusalBy, seatsOf } from '../../ability/index.js'
import type { DocumentService } from '../../live/index.js'
import type { Creations } from '../../platform/idempotent.js'
import { startingTemplate } from '../../template/index.js'
import { documentFrom, settled } from '../domain/new-document.js'
import { type OpeningSeat, openingSeatOf } from '../domain/opening-seat.js'
import { voiceKeyOf } from '../domain/voices.js'
import { accept } from '../profile/profile.store.js'
import { insertSeat, insertWorkspace } from '../insert-rows.js'

interface Opener {
  readonly personId: string
  readonly key: string | null
}

/** Opening initiatives and country programmes. */
export class OpeningService {
  constructor(
    private readonly source: DataSource,
    private readonly documents: Pick<DocumentService, 'createIn'>,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  /** Title, country and who starts it are enough. Throws `bad_input`, `opened_too_many`, and `not_allowed` for a secretariat that is none. */
  async open({ personId, key }: Opener, body: OpenWorkspace): Promise<WorkspaceCard> {
    const seat = openingSeatOf(body)
    return this.source.transaction(async (manager) => {
      if (seat.role === 'SEC') await mustBeSecretariat(queryOf(manager), personId)
      return this.creations.once(manager, { personId, key, operation: 'openWorkspace', body }, () =>
        this.#make(manager, personId, body, seat)
      )
    })
  }

  async #make(
    manager: EntityManager,
    personId: string,
    body: OpenWorkspace,
    { role, side, isProvisional }: OpeningSeat
  ): Promise<WorkspaceCard> {
    await mustNotOpenTooMany(queryOf(manager), personId)
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
    const query = queryOf(manager)
    await query('update workspace set opened_by = $2 where id = $1', [id, seatId])
    const [seat] = await seatsOf(query, id)
    if (isProgramme && side !== null && seat) await accept(query, id, { voice: voiceKeyOf(seat), side, seatId })
    // Lists show the newest first: what was asked for first is made last.
    for (const document of [...body.documents].reverse()) {
      const template = await startingTemplate(query, document.kind, personId)
      await this.documents.createIn(query, { ...documentFrom(id, settled(document, side, []), side), template })
    }
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

/** A workshop's worth in a day, and no flood of them. */
const MOST_A_DAY = 20

/** Throws `opened_too_many`, with the seconds until one more may be opened. */
async function mustNotOpenTooMany(query: Query, personId: string): Promise<void> {
  await lockPerson(query, personId)
  const [opened] = await query<{ count: number; seconds: number }>(
    `select count(*)::int as count, ceil(extract(epoch from min(w.created_at) + interval '1 day' - now()))::int as seconds
     from workspace w join seat s on s.id = w.opened_by where s.person_id = $1 and w.created_at > now() - interval '1 day'`,
    [personId]
  )
  if (opened && opened.count >= MOST_A_DAY) throw new RoundtableError('opened_too_many', { most: MOST_A_DAY, seconds: opened.seconds })
}

/** The operator says who speaks for the secretariat (`npm run admin -- grant-secretariat`). */
async function mustBeSecretariat(query: Query, personId: string): Promise<void> {
  const [person] = await query<{ isSecretariat: boolean }>('select is_secretariat as "isSecretariat" from person where id = $1', [personId])
  if (!person?.isSecretariat) throw refusalBy(ruleReason('WORK-4'))
}
